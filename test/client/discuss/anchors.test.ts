/** Where a thread's words are after one thing that a person did in a real editor. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { flatText } from '../../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import { press, type } from '../../support/editing.ts'
import { lettersOf } from '../../support/lettered-peer.ts'
import { createWriter, type Writer } from '../../support/writer.ts'

const writers: Writer[] = []
afterEach(() => writers.splice(0).forEach((writer) => writer.end()))

const content = (text: string) => (text === '' ? [] : [{ type: 'text', text, marks: [] } as const])

/** A text of these paragraphs, and a thread on the first such words in it. */
function threadOn(quote: string, ...paragraphs: string[]) {
  const writer = createWriter(1)
  writers.push(writer)
  const seed = new Y.Doc()
  seed.clientID = 1000
  seed
    .getXmlFragment('text:a')
    .insert(
      0,
      textNodes(paragraphs.map((words) => ({ type: 'paragraph', content: content(words) }))),
    )
  Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(seed), 'remote')
  const fragment = writer.fragment('a')
  const from = flatText(fragment).words.indexOf(quote)
  const anchor = makeAnchor(fragment, { from, to: from + quote.length })!
  expect(anchor.quote).toBe(quote)

  return {
    writer,
    anchor,
    editor: writer.open('a'),
    /** What it is on now, and by what it was found. */
    found() {
      const range = resolveAnchor(fragment, anchor)
      return range && [flatText(fragment).words.slice(range.from, range.to), range.by]
    },
    words: () => flatText(fragment).words,
    at: () => resolveAnchor(fragment, anchor)?.from ?? null,
  }
}

/** Selects these words, the `nth` of them; '' selects nothing, before `then`. */
function mark(editor: Editor, words: string, nth = 0): void {
  const { doc } = editor.state
  const letters = lettersOf(doc)
  const said = letters.map((place) => doc.textBetween(place, place + 1)).join('')
  let at = said.indexOf(words)
  for (let skipped = 0; skipped < nth; skipped++) at = said.indexOf(words, at + 1)
  const [from, to] = [letters[at]!, letters[at + words.length - 1]! + 1]
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, from, to)))
}

function caret(editor: Editor, before: string): void {
  mark(editor, before)
  const { from } = editor.state.selection
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from)))
}

const SENTENCE = 'Vi sier at Norge er fint om vinteren.'

describe('a thread on words', () => {
  it('[T2] moves with them when somebody types before, and grows with what is typed inside', () => {
    const thread = threadOn('Norge er fint', SENTENCE)

    caret(thread.editor, 'Vi')
    type(thread.editor, 'Ja. ')
    caret(thread.editor, 'fint')
    type(thread.editor, 'svært ')

    expect(thread.found()).toEqual(['Norge er svært fint', 'position'])
  })

  it('[T2] does not grow by what is typed at its ends', () => {
    const thread = threadOn('Norge er fint', SENTENCE)

    caret(thread.editor, 'Norge')
    type(thread.editor, 'hele ')
    caret(thread.editor, ' om vinteren')
    type(thread.editor, 'e')

    expect(thread.found()).toEqual(['Norge er fint', 'position'])
  })

  it('[T2] is on what is left of them', () => {
    const thread = threadOn('Norge er fint', SENTENCE)

    mark(thread.editor, 'er fint')
    thread.editor.commands.deleteSelection()

    expect(thread.found()).toEqual(['Norge', 'position'])
  })

  it('[T3] is an orphan when they are deleted and others are typed there', () => {
    const thread = threadOn('Norge er fint', SENTENCE)

    mark(thread.editor, 'Norge er fint')
    type(thread.editor, 'skolen vår er god')

    expect(thread.words()).toBe('Vi sier at skolen vår er god om vinteren.')
    expect(thread.found()).toBeNull()
  })

  it('[T3] is an orphan when one letter of them is left among others', () => {
    const thread = threadOn('Norge er fint', SENTENCE)

    caret(thread.editor, 'orge er fint')
    type(thread.editor, 'y plan for hele skolen')
    mark(thread.editor, 'orge er fint')
    thread.editor.commands.deleteSelection()

    expect(thread.words()).toContain('Ny plan for hele skolen')
    expect(thread.found()).toBeNull()
  })

  it('[T4] is on them again when the deletion is undone, here and at others', () => {
    const thread = threadOn('Norge er fint', SENTENCE)
    mark(thread.editor, 'Norge er fint')
    thread.editor.commands.deleteSelection()
    expect(thread.found()).toBeNull()

    thread.writer.undo.undo()

    expect(thread.found()).toEqual(['Norge er fint', 'position'])
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(thread.writer.doc))
    expect(resolveAnchor(other.getXmlFragment('text:a'), thread.anchor)).toEqual({
      from: 11,
      to: 24,
      by: 'quote',
    })
  })

  it.each([
    ['a split before them', (editor: Editor) => (caret(editor, 'Norge'), press(editor, 'Enter'))],
    ['a split further before', (editor: Editor) => (caret(editor, 'sier'), press(editor, 'Enter'))],
    [
      'a heading',
      (editor: Editor) => (mark(editor, 'Vi'), editor.commands.toggleHeading({ level: 3 })),
    ],
    ['a list', (editor: Editor) => (mark(editor, 'Vi'), editor.commands.toggleBulletList())],
    ['a quote', (editor: Editor) => (mark(editor, 'Vi'), editor.commands.toggleBlockquote())],
    ['bold', (editor: Editor) => (mark(editor, 'er fint om'), editor.commands.toggleBold())],
  ])('[T4] is on them after %s', (_name, edit) => {
    const thread = threadOn('Norge er fint', 'Innledning.', SENTENCE, 'Slutt.')

    edit(thread.editor)

    expect(thread.found()?.[0]).toBe('Norge er fint')
  })

  it('[T4] is on them after a heading was made of the only line of a text', () => {
    const thread = threadOn('Norge', 'Norge')

    mark(thread.editor, 'Norge')
    thread.editor.commands.toggleHeading({ level: 3 })

    expect(thread.found()).toEqual(['Norge', 'quote'])
  })

  it('[T2] is on their first part when they are split, and on all when they are joined again', () => {
    const thread = threadOn('Norge er fint', SENTENCE)

    caret(thread.editor, 'fint')
    press(thread.editor, 'Enter')
    expect(thread.found()).toEqual(['Norge er', 'position'])
    press(thread.editor, 'Backspace')

    expect(thread.found()?.[0]).toBe('Norge er fint')
  })

  it('[T4] goes with them when they are cut and pasted with what stands round them', () => {
    const thread = threadOn('Norge er fint', SENTENCE, 'Slutt.')
    mark(thread.editor, SENTENCE)
    const slice = thread.editor.state.selection.content()
    thread.editor.commands.deleteSelection()
    mark(thread.editor, 'Slutt.')
    const { to } = thread.editor.state.selection

    thread.editor.view.dispatch(thread.editor.state.tr.replaceRange(to, to, slice))

    expect(thread.found()).toEqual(['Norge er fint', 'quote'])
    expect(thread.at()).toBeGreaterThan(10)
  })

  it('[T5] is an orphan when it cannot be told which of two they are', () => {
    const thread = threadOn('fint', 'Det er fint.', 'Det er fint.')

    mark(thread.editor, 'Det er fint.Det er fint.')
    thread.editor.commands.toggleHeading({ level: 3 })

    expect(thread.found()).toBeNull()
  })

  it('[T5] does not go to the same words elsewhere when its own are deleted', () => {
    const line = 'Vi leser mer enn før. Frist for alle er 1. juni, Ansvar: rektor'
    const thread = threadOn('1. juni', `Lese. ${line}`, `Gå ut. ${line}`)

    mark(thread.editor, `Lese. ${line}`)
    thread.editor.commands.deleteSelection()

    expect(thread.words()).toContain('1. juni')
    expect(thread.found()).toBeNull()
    const { rival: _rival, ...heedless } = thread.anchor
    expect(resolveAnchor(thread.writer.fragment('a'), heedless)).toMatchObject({ by: 'quote' })
  })

  it('[T7] never holds half an emoji, and keeps letters as they were typed', () => {
    const { writer } = threadOn('x', 'x 👩‍🏫 e\u0301n')
    const fragment = writer.fragment('a')

    expect(makeAnchor(fragment, { from: 3, to: 4 })?.quote).toBe('👩')
    expect(makeAnchor(fragment, { from: 6, to: 8 })?.quote).toBe('🏫 ')
    expect(makeAnchor(fragment, { from: 8, to: 11 })?.quote).toBe('e\u0301n')
  })

  it('[T7] is on the first 2000 of more letters, and on none without letters', () => {
    const { writer } = threadOn('a', 'a'.repeat(3000), '', '')
    const fragment = writer.fragment('a')

    expect(makeAnchor(fragment, { from: 10, to: 3000 })?.quote).toBe('a'.repeat(2000))
    expect(makeAnchor(fragment, { from: 3000, to: 3002 })).toBeNull()
    expect(makeAnchor(fragment, { from: 5, to: 5 })).toBeNull()
    expect(makeAnchor(fragment, { from: 2998, to: 9999 })?.quote).toBe('aa')
  })
})
