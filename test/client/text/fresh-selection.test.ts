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

/** The editor with the caret behind the third letter. */
function editorAtThird() {
  const editor = writer.open('a')
  editor.view.focus()
  editor.commands.setTextSelection(4)
  return editor
}

/** Moves the browser's own caret behind the fourth, as an arrow does. */
function moveOnUntold(): void {
  const words = writer.open('a').view.dom.querySelector('p')?.firstChild
  if (!words) throw new Error('the text has no words')
  getSelection()?.collapse(words, 4)
}

function wordsOfColleague(): Uint8Array {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc))
  const before = Y.encodeStateVector(other)
  const text = wordsOf(other)
  text.insert(text.length, '!')
  return Y.encodeStateAsUpdate(other, before)
}

function wordsOf(doc: Y.Doc): Y.XmlText {
  return (doc.getXmlFragment('text:a').get(0) as Y.XmlElement).get(0) as Y.XmlText
}

it('the caret stays where it was moved to', () => {
  const editor = editorAtThird()
  moveOnUntold()

  writer.door.receive(wordsOfColleague(), 'remote')

  expect(editor.getText()).toBe('Norge er fint!')
  expect(editor.state.selection.head).toBe(5)
  expect(getSelection()?.focusOffset).toBe(4)
})

it('and so it does when only the colleague’s caret comes', () => {
  // Told before the editor is.
  writer.people.others.subscribe(moveOnUntold)
  const editor = editorAtThird()

  const position = Y.createRelativePositionFromTypeIndex(wordsOf(writer.doc), 9)
  writer.awareness.states.set(2, {
    user: { name: 'Samira Haddad', colour: 3, userId: 'u' },
    caret: { field: 'a', anchor: position, head: position },
  })
  writer.awareness.emit('change', [{ added: [2], updated: [], removed: [] }, 'remote'])
  vi.advanceTimersByTime(20)

  expect(editor.state.selection.head).toBe(5)
})

it('nothing is told twice', () => {
  editorAtThird()
  moveOnUntold()
  const heard = vi.fn<() => void>()
  document.addEventListener('selectionchange', heard)

  writer.door.receive(wordsOfColleague(), 'remote')
  writer.door.receive(wordsOfColleague(), 'remote')
  document.removeEventListener('selectionchange', heard)

  expect(heard).toHaveBeenCalledTimes(1)
})
