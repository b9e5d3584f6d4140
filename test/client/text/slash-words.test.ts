import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeSlash, slashTyped } from '../../../client/text/slash-words.ts'
import { press, select, type } from '../../support/editing.ts'
import { createWriter, seedTexts } from '../../support/writer.ts'

let writer: ReturnType<typeof createWriter>
beforeEach(() => {
  writer = createWriter(1)
  seedTexts(writer.doc, { a: '', b: 'Norge er fint' })
})
afterEach(() => writer.end())

const stored = (fieldId: string) => writer.fragment(fieldId).toJSON()
const search = (fieldId: string) => slashTyped(writer.open(fieldId).state)?.search ?? null

describe('a typed slash', () => {
  it('asks for the menu at the start of a line and behind white space, with the words behind it', () => {
    type(writer.open('a'), '/over')
    const first = search('a')
    closeSlash(writer.open('a').view)
    type(writer.open('a'), ' skrift /l')

    expect(first).toBe('over')
    expect(search('a')).toBe('l')
  })

  it.each(['km/t', 'og/', '/ ', 'https://', '/over/'])(
    'is a slash and nothing more in %j',
    (words) => {
      type(writer.open('a'), words)

      expect(search('a')).toBeNull()
    },
  )

  it('is a slash and nothing more in a line, and while someone composes', () => {
    type(writer.open('b', 'line'), '/')
    Object.defineProperty(writer.open('a').view, 'composing', { value: true })
    type(writer.open('a'), '/')

    expect(search('b')).toBeNull()
    expect(search('a')).toBeNull()
  })

  it('is over when the caret goes elsewhere or the slash is deleted', () => {
    type(writer.open('a'), 'x /ov')
    select(writer.open('a'), 0.2, 0.2)
    const away = search('a')
    select(writer.open('a'), 1, 1)

    expect([away, search('a')]).toEqual([null, null])
  })

  it('keeps its keys from the text only while a menu takes them', () => {
    const editor = writer.open('a')
    type(editor, '/')
    const taken: string[] = []
    editor.storage.slashWords.onKey = ({ key }) => taken.push(key) > 0
    press(editor, 'ArrowDown')
    closeSlash(editor.view)
    press(editor, 'ArrowUp')

    expect(taken).toEqual(['ArrowDown'])
  })
})

describe('a colleague in the same paragraph', () => {
  it('does not close what is typed, nor open again what was closed', () => {
    const other = colleague()
    type(writer.open('a'), 'Til slutt /si')
    other.insert(0, 'Hei! ')
    const open = search('a')
    closeSlash(writer.open('a').view)
    other.insert(0, 'Ja. ')

    expect([open, search('a')]).toEqual(['si', null])
    expect(stored('a')).toContain('Ja. Hei! Til slutt /si')
  })
})

describe('undo', () => {
  it.each(['', 'Hei! '])('takes back a choice and what was typed for it at once (%j)', (theirs) => {
    const editor = writer.open('a')
    type(editor, 'Til slutt ')
    const other = colleague()
    type(editor, '/sita')
    if (theirs) other.insert(0, theirs)
    // A slow hand: long after what was typed last.
    writer.undo.manager.lastChange -= 10_000
    const { from } = slashTyped(editor.state)!
    editor.chain().deleteRange({ from, to: editor.state.selection.to }).run()
    editor.commands.toggleBlockquote()

    const chosen = stored('a')
    writer.undo.undo()

    expect(chosen).toBe(`<blockquote><paragraph>${theirs}Til slutt </paragraph></blockquote>`)
    expect(stored('a')).toBe(`<paragraph>${theirs}Til slutt </paragraph>`)
  })
})

/** Another peer of the same document. */
function colleague() {
  const doc = new Y.Doc()
  return {
    insert(index: number, words: string) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc))
      const paragraph = doc.getXmlFragment('text:a').get(0) as Y.XmlElement
      ;(paragraph.get(0) as Y.XmlText).insert(index, words)
      Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(doc), 'remote')
    },
  }
}
