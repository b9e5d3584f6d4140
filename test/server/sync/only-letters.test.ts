import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '../../../server/sync/decode-update.ts'
import { isOnlyLetters } from '../../../server/sync/only-letters.ts'

/** A document with one text, and what a change of it sends. */
function changeOf(change: (text: Y.XmlText, doc: Y.Doc) => void): boolean {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('før')
  paragraph.insert(0, [text])
  doc.getXmlFragment('text:leadership.today').insert(0, [paragraph])
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  doc.transact(() => change(text, doc))
  return isOnlyLetters(decodeUpdate(sent[0]!)!)
}

describe('a change is only letters', () => {
  it('when letters come or go, or are marked', () => {
    expect(changeOf((text) => text.insert(3, ' etter'))).toBe(true)
    expect(changeOf((text) => text.delete(0, 2))).toBe(true)
    expect(changeOf((text) => text.format(0, 2, { bold: {} }))).toBe(true)
  })

  it('not when a paragraph, a value or another text comes as well', () => {
    const field = 'text:leadership.today'

    expect(
      changeOf((_text, doc) =>
        doc.getXmlFragment(field).insert(1, [new Y.XmlElement('paragraph')]),
      ),
    ).toBe(false)
    expect(changeOf((_text, doc) => doc.getMap('plan').set('title', 'Ny'))).toBe(false)
    expect(
      changeOf((text, doc) => {
        text.insert(0, 'a')
        doc.getMap('actions').set('x', new Y.Map())
      }),
    ).toBe(false)
  })
})
