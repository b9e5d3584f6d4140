import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { divergedTexts, healTexts } from '../../../client/open-plan/divergence.ts'
import { itemOf } from '../../../client/open-plan/item-of.ts'

/** A document whose own order of two letters is not the one that others would read. */
function divergedDoc() {
  const doc = new Y.Doc()
  const text = new Y.XmlText('ab')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  doc.getXmlFragment('text:a').insert(0, [paragraph])
  doc.getXmlFragment('text:b').insert(0, [new Y.XmlElement('paragraph')])
  text.insert(1, 'X')
  // What yjs#794 does: the item stands elsewhere than its origins say.
  const first = firstItem(text)
  const inserted = first.right!
  const last = inserted.right!
  first.right = last
  last.left = first
  last.right = inserted
  inserted.left = last
  inserted.right = null
  return { doc, text }
}

function firstItem(text: Y.XmlText): Y.Item {
  // oxlint-disable-next-line no-underscore-dangle -- the fault is made by hand
  return text._start!
}

it('finds the text that others would read differently, and no other', () => {
  const { doc } = divergedDoc()

  expect(divergedTexts(doc)).toEqual([doc.getXmlFragment('text:a')])
})

it('heals it to what its writer sees, for everybody', () => {
  const { doc, text } = divergedDoc()
  const seen = text.toJSON()

  healTexts(doc, divergedTexts(doc))

  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  expect(seen).toBe('abX')
  expect(other.getXmlFragment('text:a').toJSON()).toBe('<paragraph>abX</paragraph>')
  expect(divergedTexts(doc)).toEqual([])
  expect(itemOf(text)?.deleted).toBe(true)
})

it('looks into the texts of actions too', () => {
  const doc = new Y.Doc()
  const action = new Y.Map<unknown>()
  action.set('title', new Y.XmlFragment())
  doc.getMap('actions').set('id', action)

  expect(divergedTexts(doc)).toEqual([])
})
