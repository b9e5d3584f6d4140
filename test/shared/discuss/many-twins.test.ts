import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'

const [BEFORE, AFTER] = ['bak oss, ti, da, før hos dannar, v', ' står i jul, mai, rom, rom og ordb']

/** A text with the words that are looked for, among so many that read the same. */
function textWith(twins: number): Y.XmlFragment {
  const words = `${'x e y '.repeat(twins)}${BEFORE}e${AFTER}`
  const fragment = new Y.Doc().getXmlFragment('text:a')
  const content = [{ type: 'text', text: words, marks: [] } as const]
  fragment.insert(0, textNodes([{ type: 'paragraph', content }]))
  return fragment
}

it('[T5] words that stand more than fifty times in a text are not looked for by what they read', () => {
  const anchor = { from: 'AA==', to: 'AA==', quote: 'e', before: BEFORE, after: AFTER }

  expect(resolveAnchor(textWith(49), anchor)).toMatchObject({ by: 'quote' })
  expect(resolveAnchor(textWith(50), anchor)).toBeNull()
})
