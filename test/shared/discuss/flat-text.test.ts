import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findText } from '../../../shared/discuss/find-text.ts'
import { flatText, runsIn, trimLineEnds } from '../../../shared/discuss/flat-text.ts'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import { readText } from '../../../shared/plan/read-text.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import { arbitraryRichText } from '../../support/arbitrary-rich-text.ts'
import { propertyRuns } from '../../support/property-runs.ts'

function fragmentOf(text: RichText): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text:a.b')
  fragment.insert(0, textNodes(text))
  return fragment
}

describe('a text as one string', () => {
  it('[T8] reads as the words of the text, for any text', () => {
    fc.assert(
      fc.property(arbitraryRichText, (text) => {
        const fragment = fragmentOf(text)
        const flat = flatText(fragment)

        expect(flat.words).toBe(text.length === 0 ? '' : plainText(text))
        for (const { type, from, to } of flat.runs) expect(to - from).toBe(type.length)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('gives the characters of a range run by run, and takes line ends off its ends', () => {
    const flat = flatText(
      fragmentOf([
        { type: 'paragraph', content: [{ type: 'text', text: 'En', marks: [] }] },
        { type: 'paragraph', content: [] },
        { type: 'paragraph', content: [{ type: 'text', text: 'To', marks: [] }] },
      ]),
    )

    expect(flat.words).toBe('En\n\nTo')
    expect(runsIn(flat, { from: 1, to: 5 }).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [4, 5],
    ])
    expect(trimLineEnds(flat, { from: 2, to: 5 })).toEqual({ from: 4, to: 5 })
    expect(trimLineEnds(flat, { from: 2, to: 4 })).toBeNull()
  })

  it('is total for what no editor makes', () => {
    const fragment = new Y.Doc().getXmlFragment('text:a.b')
    const [loose, item, paragraph] = [
      new Y.XmlText('løs'),
      new Y.XmlElement('listItem'),
      new Y.XmlElement('paragraph'),
    ]
    paragraph.insert(0, [new Y.XmlText('i')])
    item.insert(0, [new Y.XmlText('liste'), paragraph, new Y.XmlElement('hardBreak')])
    fragment.insert(0, [
      loose,
      new Y.XmlElement('hardBreak'),
      item,
      new Y.XmlHook('x') as unknown as Y.XmlElement,
    ])
    loose.insertEmbed(1, { image: 'x' })
    let deep = new Y.XmlElement('blockquote')
    fragment.insert(0, [deep])
    for (let depth = 0; depth < 300; depth++) {
      const inner = new Y.XmlElement('blockquote')
      deep.insert(0, [inner])
      deep = inner
    }

    expect(flatText(fragment).words).toBe('l\uFFFCøs\n\nliste\ni\n\n')
    expect(readText(fragment).length).toBeGreaterThan(0)
  })
})

describe('an anchor that nobody made here', () => {
  it('[T6] is found nowhere, and harms nothing', () => {
    const fragment = fragmentOf([
      { type: 'paragraph', content: [{ type: 'text', text: 'Norge er fint', marks: [] }] },
    ])
    const other = fragmentOf([
      { type: 'paragraph', content: [{ type: 'text', text: 'Helt andre ord', marks: [] }] },
    ])
    const foreign = makeAnchor(other, { from: 0, to: 4 })!
    const rest = { quote: 'finnes ikke', before: '', after: '' }
    const positions = [
      '',
      'x',
      '!!!!',
      'AAAA',
      '////',
      foreign.from,
      btoa('text:a.b'),
      btoa(JSON.stringify({})),
    ]
    const own = makeAnchor(fragment, { from: 0, to: 5 })!
    const before = Y.encodeStateAsUpdate(fragment.doc!)

    for (const from of [...positions, own.from]) {
      for (const to of positions) {
        expect(resolveAnchor(fragment, { from, to, ...rest })).toBeNull()
      }
    }
    expect(resolveAnchor(fragment, foreign)).toBeNull()
    expect(resolveAnchor(fragment, { ...own, from: own.to, to: own.from, ...rest })).toBeNull()
    expect(Y.encodeStateAsUpdate(fragment.doc!)).toEqual(before)
    expect([...fragment.doc!.share.keys()]).toEqual(['text:a.b'])
  })

  it('[T6] is found nowhere, whatever its bytes are', () => {
    const fragment = fragmentOf([
      { type: 'paragraph', content: [{ type: 'text', text: 'Norge er fint', marks: [] }] },
    ])
    const bytes = fc.uint8Array({ maxLength: 24 }).map((each) => btoa(String.fromCharCode(...each)))

    fc.assert(
      fc.property(bytes, bytes, (from, to) => {
        const found = resolveAnchor(fragment, {
          from,
          to,
          quote: 'finnes ikke',
          before: '',
          after: '',
        })
        expect(found).toBeNull()
      }),
      { numRuns: propertyRuns(2000) },
    )
  })
})

describe('the text that a place names', () => {
  it('is found without being made', () => {
    const doc = new Y.Doc()

    expect(findText(doc, { fieldId: 'leadership.today' })).toBeNull()
    expect(findText(doc, { actionId: 'a' as never, text: 'title' })).toBeNull()
    expect([...doc.share.keys()]).toEqual([])
  })
})
