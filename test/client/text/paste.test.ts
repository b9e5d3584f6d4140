import type { Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { nestingDepth } from '../../../client/text/depth-limit.ts'
import { preparePasting } from '../../../client/text/paste/paste.ts'
import { MAX_PASTE_BYTES, pasteBytes } from '../../../client/text/paste/paste-size.ts'
import { readHtml } from '../../../client/text/paste/read-html.ts'
import { readPlain } from '../../../client/text/paste/read-plain.ts'
import { MAX_UPDATE_BYTES } from '../../../shared/protocol/limits.ts'
import { MAX_TEXT_DEPTH } from '../../../shared/text/schema.ts'
import { press, select, type } from '../../support/editing.ts'
import { createWriter, seedTexts } from '../../support/writer.ts'

beforeAll(preparePasting)

let writer: ReturnType<typeof createWriter>
beforeEach(() => {
  writer = createWriter(1)
  seedTexts(writer.doc, { a: '', b: 'Norge er fint' })
})
afterEach(() => writer.end())

const stored = (fieldId: string) => writer.fragment(fieldId).toJSON()
/** As Mod-V does; `pasteText` is pasting without formatting. */
function pastePlain({ view }: Editor, words: string): void {
  const slice = view.someProp('clipboardTextParser', (parse) =>
    parse(words, view.state.selection.$from, false, view),
  )
  view.someProp('handlePaste', (handle) => handle(view, new ClipboardEvent('paste'), slice!))
}
const kinds = (words: string) => readPlain(words).text.map((block) => block.type)

describe('plain text', () => {
  it('is paragraphs by lines, and by blank lines where there are some', () => {
    expect(kinds('en\nto')).toEqual(['paragraph', 'paragraph'])
    expect(kinds('en\nto\n\ntre')).toEqual(['paragraph', 'paragraph'])
  })

  it.each([
    ['- a\n- b', 'bulletList'],
    ['• a', 'bulletList'],
    ['1. a\n2. b', 'orderedList'],
    ['- [ ] a\n- [x] b', 'taskList'],
    ['- Hei, sa han', 'paragraph'],
    ['1. mai er fri', 'paragraph'],
    ['# Nei', 'paragraph'],
    ['2 * 3 * 4', 'paragraph'],
  ])('%j is a %s', (words, kind) => {
    expect(kinds(words)).toEqual([kind])
  })

  it('is Markdown only with two signs of it', () => {
    expect(kinds('# Mål\n\nVi **vil** mye.')).toEqual(['heading', 'paragraph'])
  })

  it('makes links of addresses, without the stop after them', () => {
    pastePlain(writer.open('a'), 'Se www.udir.no/a_(b), og https://skole.no.')

    expect(stored('a')).toContain(
      '<link href="https://www.udir.no/a_(b)">www.udir.no/a_(b)</link>,',
    )
    expect(stored('a')).toContain('<link href="https://skole.no">https://skole.no</link>.')
  })
})

describe('a paste', () => {
  it('is one step of undo, and the letter after it another', () => {
    const editor = writer.open('b')
    select(editor, 1, 1)
    type(editor, '!')
    editor.view.pasteHTML('<ul><li>a</li><li>b</li></ul>')
    const pasted = stored('b')
    type(editor, 'x')

    writer.undo.undo()
    const afterOne = stored('b')
    writer.undo.undo()

    expect(afterOne).toBe(pasted)
    expect(stored('b')).toBe('<paragraph>Norge er fint!</paragraph>')
  })

  it('of a list within eight quotes stands at the deepest level, with all its words', () => {
    const editor = writer.open('a')
    for (let depth = 0; depth < MAX_TEXT_DEPTH; depth++) editor.commands.setBlockquote()

    editor.view.pasteHTML('<ul><li>en<ul><li>to</li></ul></li></ul>')

    expect(nestingDepth(editor.state.doc)).toBeLessThanOrEqual(MAX_TEXT_DEPTH)
    expect(editor.state.doc.textContent).toBe('ento')
  })

  it('from another text of ours is as it was', () => {
    const editor = writer.open('a')
    editor.commands.setContent('<blockquote><p><strong>a</strong></p></blockquote><h3>b</h3>')
    editor.commands.selectAll()
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
    const other = writer.open('b')
    other.commands.selectAll()

    other.view.pasteHTML(dom.innerHTML)

    expect(stored('b')).toBe(stored('a'))
  })

  it('that is more than a change may be goes in not at all, and that is said', () => {
    const before = stored('b')
    writer.open('b').view.pasteText('ord og ord '.repeat(60_000))

    expect(stored('b')).toBe(before)
    expect(writer.news).toEqual([{ kind: 'too-large' }])
  })

  it('from a text of ours that is too much goes in not at all either', () => {
    const before = stored('b')

    writer.open('b').view.pasteHTML(`<p data-pm-slice="1 1 []">${'ord og ord '.repeat(60_000)}</p>`)

    expect(stored('b')).toBe(before)
    expect(writer.news).toEqual([{ kind: 'too-large' }])
  })

  it('with a picture says whether words came with it', () => {
    writer.open('a').view.pasteHTML('<p>ord<img src="https://a.no/b.png"></p>')
    writer.open('b').view.pasteHTML('<img src="https://a.no/b.png">')

    expect(writer.news).toEqual([
      { kind: 'pictures', hasWords: true },
      { kind: 'pictures', hasWords: false },
    ])
  })

  it('of the largest size is a change that the school takes', () => {
    const rows = `<p>${'Ord og ord '.repeat(100)}<b>ord</b></p>`.repeat(400)
    const updates: number[] = []
    const editor = writer.open('a')
    writer.doc.on('update', (update: Uint8Array) => updates.push(update.byteLength))

    editor.view.pasteHTML(rows)

    expect(pasteBytes(readHtml(rows).text)).toBeGreaterThan(MAX_PASTE_BYTES * 0.9)
    expect(writer.news).toEqual([])
    expect(Math.max(...updates)).toBeGreaterThan(50_000)
    expect(Math.max(...updates)).toBeLessThan(MAX_UPDATE_BYTES)
    expect(Y.encodeStateAsUpdate(writer.doc).byteLength).toBeLessThan(MAX_UPDATE_BYTES)
  })
})

const drop = ({ view }: Editor, html: string) => {
  view.someProp('transformPastedHTML', (transform) => void transform(html, view))
  const slice = view.someProp('clipboardParser')!.parseSlice(document.createElement('div'))
  return view.someProp('handleDrop', (handle) =>
    handle(view, new MouseEvent('drop') as DragEvent, slice, false),
  )
}

describe('what is dropped', () => {
  it('and is too much goes in not at all, and that is said', () => {
    expect(drop(writer.open('b'), `<p>${'ord og ord '.repeat(60_000)}</p>`)).toBe(true)
    expect(writer.news).toEqual([{ kind: 'too-large' }])
  })

  it('is forgotten by the next paste, of which nothing could be read', () => {
    const { view } = writer.open('b')
    drop(writer.open('b'), '<p>sluppet<img src="https://a.no/b.png"></p>')
    writer.news.length = 0

    const isTaken = view.someProp('handlePaste', (handle) =>
      handle(view, new ClipboardEvent('paste'), Slice.empty),
    )

    expect(isTaken).toBeFalsy()
    expect(writer.news).toEqual([])
  })
})

const pasteOver = (editor: Editor, words: string) => {
  const event = new ClipboardEvent('paste')
  const clipboardData = { getData: () => words, files: [] }
  Object.defineProperty(event, 'clipboardData', { value: clipboardData })
  editor.commands.selectAll()
  editor.view.pasteText(words, event)
}

describe('an address', () => {
  it('pasted over words makes a link of them; over an address it takes its place', () => {
    pasteOver(writer.open('b'), 'https://ny.no')
    type(writer.open('a'), 'https://gammel.no')
    pasteOver(writer.open('a'), 'https://ny.no')

    expect(stored('b')).toContain('<link href="https://ny.no">Norge er fint</link>')
    expect(stored('a')).toContain('<link href="https://ny.no">https://ny.no</link>')
    expect(stored('a')).not.toContain('gammel')
  })

  it('loses its link at Backspace though a colleague wrote in between', () => {
    const editor = writer.open('b')
    select(editor, 1, 1)
    type(editor, ' www.udir.no ')
    const colleague = new Y.Doc()
    Y.applyUpdate(colleague, Y.encodeStateAsUpdate(writer.doc))
    const paragraph = colleague.getXmlFragment('text:b').get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(0, 'Hei. ')

    writer.door.receive(Y.encodeStateAsUpdate(colleague), 'remote')
    press(editor, 'Backspace')

    expect(stored('b')).toBe('<paragraph>Hei. Norge er fint www.udir.no </paragraph>')
  })

  it('becomes a link at the blank; one step of undo takes off the link alone', () => {
    const editor = writer.open('a')
    type(editor, 'Se https://skole.no ')
    const linked = stored('a')

    writer.undo.undo()

    expect(linked).toContain('<link href="https://skole.no">https://skole.no</link>')
    expect(stored('a')).toBe('<paragraph>Se https://skole.no </paragraph>')
  })

  it('becomes a link at Enter, and Backspace right after the blank takes it off', () => {
    const editor = writer.open('a')
    type(editor, 'www.skole.no')
    press(editor, 'Enter')
    type(editor, 'www.udir.no ')

    press(editor, 'Backspace')

    expect(stored('a')).toContain('<link href="https://www.skole.no">www.skole.no</link>')
    expect(stored('a')).toContain('<paragraph>www.udir.no </paragraph>')
  })

  it.each(['skole.no ', 'javascript:alert(1) ', 'http:// ', 'a@www.no '])('%j is none', (words) => {
    type(writer.open('a'), words)

    expect(stored('a')).not.toContain('<link')
  })
})
