import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentHash } from '../../../shared/plan/document-hash.ts'
import { DEEDS, HonestSchool } from '../../support/honest-school.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const RUNS = 150

describe('the hash of a document', () => {
  it('is another when one letter, one mark, one attribute or one value is', () => {
    const hashes = [
      (_doc: Y.Doc) => undefined,
      (doc: Y.Doc) => wordsOf(doc).insert(0, 'x'),
      (doc: Y.Doc) => wordsOf(doc).format(0, 1, { bold: true }),
      (doc: Y.Doc) => (doc.getXmlFragment('text:a').get(0) as Y.XmlElement).setAttribute('k', 'v'),
      (doc: Y.Doc) => doc.getMap('plan').set('title', { a: [1, 'b'] }),
      (doc: Y.Doc) => doc.getMap('plan').set('title', { a: [1, 'c'] }),
      (doc: Y.Doc) => doc.getMap('of-a-later-program').set('title', 1),
      (doc: Y.Doc) => doc.getMap('actions').set('a', new Y.Map([['goal', new Y.XmlFragment()]])),
    ].map((change) => {
      const doc = written()
      change(doc)
      return documentHash(doc)
    })

    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('does not see how it came about', () => {
    const doc = written()
    const before = documentHash(doc)

    wordsOf(doc).insert(2, 'xyz')
    wordsOf(doc).delete(2, 3)
    wordsOf(doc).format(1, 1, { bold: null })
    doc.getMap('evidence')
    doc.getXmlFragment('text:b')

    expect(documentHash(doc)).toBe(before)
    expect(documentHash(copyOf(doc))).toBe(before)
  })

  it('does not see the order of keys', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    one.getMap('plan').set('a', { x: 1, y: 2 })
    one.getMap('plan').set('b', 3)
    other.getMap('plan').set('b', 3)
    other.getMap('plan').set('a', { y: 2, x: 1 })

    expect(documentHash(one)).toBe(documentHash(other))
  })

  it(
    '[D4] is one and the same for all who have everything, whatever honest people did',
    () => {
      const deeds = fc.array(
        fc.record({ tab: fc.nat(5), act: fc.constantFrom(...DEEDS), at: fc.nat(40) }),
        { minLength: 5, maxLength: 80 },
      )
      let different = 0
      fc.assert(
        fc.property(deeds, (all) => {
          const school = new HonestSchool()
          for (const deed of all) school.do(deed)
          different += new Set(school.docs.map(documentHash)).size > 1 ? 1 : 0
          school.settle()

          // The last one is made as the doc thread makes it.
          const [first] = school.docs
          const hashes = [...school.docs, copyOf(first!)].map(documentHash)
          expect(new Set(hashes).size).toBe(1)
        }),
        { numRuns: propertyRuns(RUNS) },
      )
      expect(different).toBeGreaterThan(RUNS / 2)
    },
    propertyTimeoutMs(RUNS),
  )
})

function written(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment('text:a').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('Hei')])
  return doc
}

function wordsOf(doc: Y.Doc): Y.XmlText {
  return (doc.getXmlFragment('text:a').get(0) as Y.XmlElement).get(0) as Y.XmlText
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
