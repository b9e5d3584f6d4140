import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { matchText } from '../../../shared/plan/match-text.ts'
import { readText } from '../../../shared/plan/read-text.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import type { Mark, RichText } from '../../../shared/text/rich-text.ts'
import { arbitraryRichText } from '../../support/arbitrary-rich-text.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const paragraph = (text: string, marks: readonly Mark[] = []) => ({
  type: 'paragraph' as const,
  content: text === '' ? [] : [{ type: 'text' as const, text, marks }],
})

function textOf(...texts: readonly RichText[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text')
  fragment.insert(0, texts.flatMap(textNodes))
  return fragment
}

/** Matches, and tells how many letters the change brought. */
function match(fragment: Y.XmlFragment, text: RichText): number {
  let bytes = 0
  fragment.doc!.once('update', (update: Uint8Array) => (bytes = update.byteLength))
  fragment.doc!.transact(() => matchText(fragment, text))
  return bytes
}

describe('a text that is made to say something else', () => {
  it(
    '[P20] says it, whatever it said',
    () => {
      fc.assert(
        fc.property(arbitraryRichText, arbitraryRichText, (before, after) => {
          const fragment = textOf(before)

          match(fragment, after)

          expect(readText(fragment)).toEqual(after)
          expect(fragment.length).toBeGreaterThan(0)
        }),
        { numRuns: propertyRuns(150) },
      )
    },
    propertyTimeoutMs(150),
  )

  it('[P20] says it when nodes stand in it that none of ours writes', () => {
    const fragment = textOf([paragraph('Vi')])
    const table = new Y.XmlElement('table')
    table.insert(0, [new Y.XmlText('celle')])
    fragment.insert(1, [table, new Y.XmlText('løst')])
    ;(fragment.get(0) as Y.XmlElement).insert(0, [new Y.XmlElement('bilde')])

    match(fragment, [paragraph('Vi alle')])

    expect(readText(fragment)).toEqual([paragraph('Vi alle')])
  })

  it('[P22] changes nothing where it says so already', () => {
    const text = [paragraph('Vi leser'), paragraph('høyt', [{ type: 'bold' }])]

    expect(match(textOf(text), text)).toBe(0)
  })

  it('[P22] keeps the nodes of blocks that stay, and of those that changed', () => {
    const one = 'Elevene leser i lag.'
    const fragment = textOf(
      [one, 'Vi møtes hver uke.', 'Alle er med.'].map((text) => paragraph(text)),
    )
    const [first, second] = fragment.toArray()
    const words = (second as Y.XmlElement).get(0)

    match(fragment, [paragraph('Nytt.'), paragraph(one), paragraph('Vi møtes hver måned.')])

    expect(fragment.toArray()).toHaveLength(3)
    expect(fragment.get(1)).toBe(first)
    expect(fragment.get(2)).toBe(second)
    expect((fragment.get(2) as Y.XmlElement).get(0)).toBe(words)
  })

  it('[P22] empties words and keeps where they stood', () => {
    const fragment = textOf([paragraph('Alt er borte')])
    const words = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText

    match(fragment, [])

    expect(readText(fragment)).toEqual([])
    expect((fragment.get(0) as Y.XmlElement).get(0)).toBe(words)
  })

  it('[P22] brings one word, and not the whole text, when one word is another', () => {
    const words = 'Elevene skriver brev til skolen i Tallinn hver måned. '.repeat(40)
    const fragment = textOf([paragraph(words.replace('brev', 'kort'))])

    expect(match(fragment, [paragraph(words)])).toBeLessThan(100)
    expect(readText(fragment)).toEqual([paragraph(words)])
  })

  it('[P22] changes marks, and leaves the letters', () => {
    const fragment = textOf([paragraph('Viktig for alle')])
    const before = Y.encodeStateVector(fragment.doc!)
    const bold = paragraph('Viktig for alle', [{ type: 'bold' }])

    match(fragment, [bold])

    expect(readText(fragment)).toEqual([bold])
    const change = new TextDecoder().decode(Y.encodeStateAsUpdate(fragment.doc!, before))
    expect(change).not.toContain('alle')
  })
})
