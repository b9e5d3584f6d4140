import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeAddress } from '../../../client/text/link-dialog.tsx'
import { nestingDepth } from '../../../client/text/depth-limit.ts'
import { MAX_TEXT_DEPTH } from '../../../shared/text/schema.ts'
import { press, select, type } from '../../support/editing.ts'
import { createWriter, seedTexts } from '../../support/writer.ts'

let writer: ReturnType<typeof createWriter>
beforeEach(() => {
  writer = createWriter(1)
  seedTexts(writer.doc, { a: '', b: 'Norge er fint' })
})
afterEach(() => writer.end())

const html = (fieldId: string) => writer.open(fieldId).getHTML()
const stored = (fieldId: string) => writer.fragment(fieldId).toJSON()

describe('Markdown shortcuts', () => {
  it.each([
    ['# x', '<heading level="3">x</heading>'],
    ['## x', '<heading level="4">x</heading>'],
    ['- x', '<bulletlist><listitem><paragraph>x</paragraph></listitem></bulletlist>'],
    ['1. x', '<listitem><paragraph>x</paragraph></listitem>'],
    ['[ ] x', '<taskitem checked="false"><paragraph>x</paragraph></taskitem>'],
    ['> x', '<blockquote><paragraph>x</paragraph></blockquote>'],
    ['**x**', '<bold>x</bold>'],
    ['*x*', '<italic>x</italic>'],
    ['`x`', '<code>x</code>'],
  ])('turn %s into what it means', (typed, expected) => {
    type(writer.open('a'), typed)

    expect(stored('a')).toContain(expected)
  })
})

describe('keys in a list', () => {
  it('Mod-] and Mod-[ move an item in and out; Tab is left to the page', () => {
    const editor = writer.open('a')
    type(editor, '- a')
    press(editor, 'Enter')
    type(editor, 'b')

    const tab = press(editor, 'Tab')
    press(editor, 'Mod-]')
    const inside = stored('a')
    press(editor, 'Mod-[')

    expect(tab).toBe(false)
    expect(inside).toMatch(/<listitem><paragraph>a<\/paragraph><bulletlist>/)
    expect(stored('a')).not.toMatch(/<listitem><paragraph>a<\/paragraph><bulletlist>/)
  })

  it('nest no deeper than readers follow', () => {
    const editor = writer.open('a')
    for (let depth = 0; depth < MAX_TEXT_DEPTH + 4; depth++) editor.commands.toggleCallout()
    for (let depth = 0; depth < MAX_TEXT_DEPTH + 4; depth++) editor.commands.setBlockquote()

    expect(nestingDepth(editor.state.doc)).toBe(MAX_TEXT_DEPTH)
  })
})

describe('a line', () => {
  it('takes no block, no break and no second paragraph by any key', () => {
    const editor = writer.open('b', 'line')
    select(editor, 0.5, 0.5)
    for (const key of ['Enter', 'Shift-Enter', 'Mod-Enter', 'Mod-Shift-8', 'Mod-Alt-3']) {
      press(editor, key)
    }
    type(editor, '# ')
    editor.commands.toggleBulletList()

    expect(editor.state.doc.childCount).toBe(1)
    expect(stored('b')).toMatch(/^<paragraph>[^<]*<\/paragraph>$/)
  })

  it('flattens what is pasted', () => {
    const editor = writer.open('b', 'line')
    select(editor, 1, 1)

    editor.view.pasteHTML('<h1>En</h1><ul><li>to</li><li>tre<br>fire</li></ul>')

    expect(stored('b')).toBe('<paragraph>Norge er fintEn to tre fire</paragraph>')
  })

  it('shows two paragraphs that others’ edits left, and deletes none', () => {
    writer.fragment('b').insert(1, [new Y.XmlElement('paragraph')])

    type(writer.open('b', 'line'), 'x')

    expect(writer.fragment('b').length).toBe(2)
  })
})

describe('links and languages', () => {
  it.each([
    ['https://skole.no/a', true],
    ['mailto:post@skole.no', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['/local', false],
  ])('a link to %s is kept: %s, by command and by paste', (address, isKept) => {
    const editor = writer.open('b')
    select(editor, 0, 1)
    editor.commands.setLink(address)
    const byCommand = stored('b').includes('<link')
    const pasted = writer.open('a')
    pasted.view.pasteHTML(`<a href="${address}">ord</a>`)

    expect([byCommand, stored('a').includes('<link')]).toEqual([isKept, isKept])
    expect(stored('a')).toContain('ord')
  })

  it('an address that arrives from elsewhere and is not allowed is drawn as words', () => {
    const text = (writer.fragment('b').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.format(0, 5, { link: { href: 'javascript:alert(1)' } })

    expect(html('b')).toBe('<p><span>Norge</span> er fint</p>')
  })

  it('a passage has a language, or none', () => {
    const editor = writer.open('b')
    select(editor, 0, 1)
    editor.commands.setPassageLanguage('de')
    const german = html('b')
    editor.commands.setPassageLanguage('not a language')

    expect(german).toBe('<p><span lang="de">Norge er fint</span></p>')
    expect(html('b')).toBe(german)
    editor.commands.unsetPassageLanguage()
    expect(html('b')).toBe('<p>Norge er fint</p>')
  })

  it.each([
    ['skole.no', 'https://skole.no'],
    ['post@skole.no', 'mailto:post@skole.no'],
    [' https://skole.no ', 'https://skole.no'],
    ['javascript:alert(1)', null],
    ['ord', null],
  ])('the dialog completes %s to %s', (typed, expected) => {
    expect(completeAddress(typed)).toBe(expected)
  })
})

describe('pasting from elsewhere', () => {
  it('keeps words and structure that we have, and nothing else', () => {
    writer
      .open('a')
      .view.pasteHTML(
        '<b style="font-weight:normal"><h1>Tittel</h1><table><tr><td>celle</td></tr></table>' +
          '<p style="color:red" class="x">ord <img src="x"><script>alert(1)</script></p></b>',
      )

    expect(stored('a')).toContain('<heading level="3">Tittel</heading>')
    expect(stored('a')).toContain('celle')
    expect(stored('a')).not.toMatch(/bold|img|script|color|table/)
  })
})

describe('emptying a text', () => {
  it('leaves one paragraph, and undo brings back what there was and nothing more', () => {
    const editor = writer.open('b')
    const before = stored('b')
    writer.undo.stopCapturing()
    editor.commands.selectAll()
    press(editor, 'Backspace')
    const emptied = stored('b')

    writer.undo.undo()

    expect(emptied).toBe('<paragraph></paragraph>')
    expect(stored('b')).toBe(before)
  })
})
