import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pasteEvent, stubClipboard } from '../../support/clipboard.ts'
import { press, select, type } from '../../support/editing.ts'
import { until } from '../../support/until.ts'
import type { Writer } from '../../support/writer.ts'

let writer: Writer
beforeEach(async () => {
  // What reads a paste is loaded once for the page: each test is a new page.
  vi.resetModules()
  stubClipboard()
  const { createWriter, seedTexts } = await import('../../support/writer.ts')
  writer = createWriter(1)
  seedTexts(writer.doc, { a: '', b: 'Norge er fint', l: '' })
})
afterEach(() => {
  writer.end()
  vi.unstubAllGlobals()
  vi.doUnmock('../../../client/text/paste/paste-props.ts')
})

const stored = (fieldId: string) => writer.fragment(fieldId).toJSON()
const readerIsThere = async () => {
  const { preparePasting } = await import('../../../client/text/paste/paste.ts')
  await preparePasting()
}

describe('the first paste, before what reads it is there', () => {
  it('stands before the letters that were typed while it waited, with the caret behind them', async () => {
    const editor = writer.open('b')
    select(editor, 1, 1)

    editor.view.dom.dispatchEvent(pasteEvent('INN', '<p>INN</p>'))
    type(editor, ' etter')
    await until('pasted', () => stored('b').includes('INN'))
    type(editor, '!')

    expect(stored('b')).toBe('<paragraph>Norge er fintINN etter!</paragraph>')
  })

  it.each(['a', 'l'])('keeps its place in an empty text %s too', async (fieldId) => {
    const editor = writer.open(fieldId, fieldId === 'l' ? 'line' : 'rich')

    editor.view.dom.dispatchEvent(pasteEvent('INN', '<p>INN</p>'))
    type(editor, ' etter')
    await until('pasted', () => stored(fieldId).includes('INN'))

    expect(stored(fieldId)).toBe('<paragraph>INN etter</paragraph>')
  })

  it('takes the place of the words that were selected', async () => {
    const editor = writer.open('b')
    editor.commands.setTextSelection({ from: 1, to: 6 })

    editor.view.dom.dispatchEvent(pasteEvent('Sverige'))
    await until('pasted', () => stored('b').includes('Sverige'))

    expect(stored('b')).toBe('<paragraph>Sverige er fint</paragraph>')
  })

  it('of plain words is read as any other', async () => {
    const editor = writer.open('a')

    editor.view.dom.dispatchEvent(pasteEvent('- a\n- b'))
    await until('pasted', () => stored('a').includes('b'))

    expect(stored('a')).toContain('bulletlist')
  })

  it('is a step of undo of its own', async () => {
    const editor = writer.open('a')
    type(editor, 'før')

    editor.view.dom.dispatchEvent(pasteEvent('INN'))
    await until('pasted', () => stored('a').includes('INN'))
    writer.undo.undo()

    expect(stored('a')).toBe('<paragraph>før</paragraph>')
  })

  it('says that nothing was pasted when the text was left at once', async () => {
    const editor = writer.open('b')

    editor.view.dom.dispatchEvent(pasteEvent('INN'))
    writer.close('b')
    await until('told', () => writer.news.length > 0)

    expect(writer.news).toEqual([{ kind: 'not-pasted' }])
    expect(stored('b')).toBe('<paragraph>Norge er fint</paragraph>')
  })

  it('does nothing for one who may not write', async () => {
    const editor = writer.open('b')
    editor.setEditable(false)

    editor.view.dom.dispatchEvent(pasteEvent('INN'))
    await readerIsThere()

    expect(stored('b')).toBe('<paragraph>Norge er fint</paragraph>')
    expect(writer.news).toEqual([])
  })

  it('says so when what reads it cannot be had, and keys go on as before', async () => {
    vi.doMock('../../../client/text/paste/paste-props.ts', () => {
      throw new Error('no connection')
    })
    const editor = writer.open('a')

    editor.view.dom.dispatchEvent(pasteEvent('en\nto\u202e'))
    await until('told', () => writer.news.length > 0)
    type(editor, 'her')
    press(editor, 'Enter')

    expect(writer.news).toEqual([{ kind: 'not-pasted' }])
    expect(stored('a')).toContain('<paragraph>her</paragraph>')
  })
})
