/** An arrow moved the browser's caret, and a colleague's words come before anybody says so. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createWriter, seedTexts } from '../../support/writer.ts'

let writer: ReturnType<typeof createWriter>
beforeEach(() => {
  vi.useFakeTimers()
  writer = createWriter(1)
  seedTexts(writer.doc, { a: 'Norge er fint', b: 'Sverige' })
})
afterEach(() => {
  writer.end()
  vi.useRealTimers()
})

/** The editor with the caret at a place, and the browser's own caret moved on from it, untold. */
function caretMovedUntold(from: number, to: number) {
  const editor = writer.open('a')
  editor.view.focus()
  editor.commands.setTextSelection(from + 1)
  const words = editor.view.dom.querySelector('p')?.firstChild
  if (!words) throw new Error('the text has no words')
  getSelection()?.collapse(words, to)
  return editor
}

function wordsOfColleague(): Uint8Array {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc))
  const before = Y.encodeStateVector(other)
  const paragraph = other.getXmlFragment('text:a').get(0) as Y.XmlElement
  const text = paragraph.get(0) as Y.XmlText
  text.insert(text.length, '!')
  return Y.encodeStateAsUpdate(other, before)
}

it('the caret stays where it was moved to', () => {
  const editor = caretMovedUntold(3, 4)

  writer.door.receive(wordsOfColleague(), 'remote')

  expect(editor.getText()).toBe('Norge er fint!')
  expect(editor.state.selection.head).toBe(5)
  expect(getSelection()?.focusOffset).toBe(4)
})

it('and so it does when only the colleague’s caret comes', () => {
  const editor = caretMovedUntold(3, 4)

  writer.awareness.states.set(2, { user: { name: 'Samira Haddad', colour: 3, userId: 'u' } })
  writer.awareness.emit('change', [{ added: [2], updated: [], removed: [] }, 'remote'])
  vi.advanceTimersByTime(20)

  expect(editor.state.selection.head).toBe(5)
})

it('nothing is told twice', () => {
  caretMovedUntold(3, 4)
  const heard = vi.fn<() => void>()
  document.addEventListener('selectionchange', heard)

  writer.door.receive(wordsOfColleague(), 'remote')
  writer.door.receive(wordsOfColleague(), 'remote')
  document.removeEventListener('selectionchange', heard)

  expect(heard).toHaveBeenCalledTimes(1)
})
