/** The list of keys tells the truth: each does something in an editor. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ACTION_KEYS, PAGE_KEYS } from '../../../client/commands/key-list.ts'
import { chordWords, isChord } from '../../../client/ui/chords.ts'
import { TEXT_KEYS } from '../../../client/text/text-keys.ts'
import { createTextEditor } from '../../../client/text/text-editor.ts'
import { press, select, type } from '../../support/editing.ts'
import { createWriter, seedTexts } from '../../support/writer.ts'

let writer: ReturnType<typeof createWriter>
beforeEach(() => {
  writer = createWriter(1)
  seedTexts(writer.doc, { a: '' })
})
afterEach(() => writer.end())

it.each(Object.entries(TEXT_KEYS))('%s is bound to %s', (_name, chord) => {
  const left: string[] = []
  const editor = createTextEditor({
    element: document.body.appendChild(document.createElement('div')),
    fragment: writer.fragment('a'),
    fieldId: 'a',
    kind: 'rich',
    plan: { ...writer, others: writer.people.others },
    editable: true,
    attributes: {},
    exits: {
      leave: () => false,
      escape: () => left.push('escape') > 0,
      toToolbar: () => left.push('toolbar') > 0,
      toLink: () => left.push('link') > 0,
    },
    checkboxLabel: (words) => words,
    onUnknown: () => undefined,
    onPaste: () => undefined,
  })
  type(editor, '- one')
  press(editor, 'Enter')
  type(editor, 'two')
  if (chord === TEXT_KEYS.itemOut) press(editor, TEXT_KEYS.itemIn)
  if (chord === TEXT_KEYS.paragraph) press(editor, TEXT_KEYS.heading3)
  select(editor, 0.9, 1)

  expect(press(editor, chord)).toBe(true)
  editor.destroy()
})

it('no key is pressed for two things, and none is a letter alone or Ctrl+Alt with a letter', () => {
  const chords = [...Object.values(TEXT_KEYS), ...Object.values(PAGE_KEYS)]

  expect(new Set(chords).size).toBe(chords.length)
  for (const chord of [...chords, ...Object.values(ACTION_KEYS)]) {
    expect(chord).not.toMatch(/^[a-z0-9]$/i)
    expect(chord).not.toMatch(/Mod-(Shift-)?Alt-(Shift-)?[a-z]$/i)
  }
})

it('a key is known by exactly its modifiers, and read as on the keyboard', () => {
  expect(isChord(event('k', { ctrlKey: true }), 'Mod-k')).toBe(true)
  expect(isChord(event('K', { ctrlKey: true, shiftKey: true }), 'Mod-k')).toBe(false)
  expect(isChord(event('k', { ctrlKey: true, altKey: true }), 'Mod-k')).toBe(false)
  expect(isChord(event('?', { shiftKey: true }), '?')).toBe(true)
  expect(isChord(event('?', { ctrlKey: true }), '?')).toBe(false)
  expect(chordWords('Mod-Shift-k')).toBe('Ctrl+Shift+K')
  expect(chordWords('Alt-Shift-ArrowUp')).toBe('Alt+Shift+↑')
})

function event(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...more })
}
