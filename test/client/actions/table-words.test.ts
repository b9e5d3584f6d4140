import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createTableActions } from '../../../client/actions/table/create-table-actions.ts'
import { preparePasting } from '../../../client/text/paste/paste.ts'
import { select } from '../../support/editing.ts'
import { createWriter, seedTexts, type Writer } from '../../support/writer.ts'

beforeAll(preparePasting)

let writer: Writer
beforeEach(() => {
  writer = createWriter(1)
  seedTexts(writer.doc, { a: '', b: 'Norge er fint', l: '' })
})
afterEach(() => writer.end())

const stored = (fieldId: string) => writer.fragment(fieldId).toJSON()
const table = (title: string) =>
  '<table><tr><th>Tiltak</th><th>Ansvarlig</th><th>Frist</th></tr>' +
  `<tr><td>${title}</td><td>Kari</td><td>mai 2027</td></tr>` +
  `<tr><td>${title} to</td><td>Per</td><td>juni 2027</td></tr></table>`

function paste(fieldId: string, html: string) {
  const editor = writer.open(fieldId, fieldId === 'l' ? 'line' : 'rich')
  select(editor, 1, 1)
  editor.view.pasteHTML(html)
  const [news] = writer.news
  if (news?.kind !== 'table') throw new Error('no table was read')
  return news
}
const makeActions = (takeWords: () => void) =>
  createTableActions(writer, {
    commitment: 'pupils',
    drafts: [{}, {}],
    after: null,
    takeWords,
  })
const shown = () =>
  [...writer.doc.getMap<Y.Map<unknown>>('actions').values()].filter(
    (action) => action.get('deletedAt') === null,
  ).length

describe('the words of a table that becomes actions', () => {
  it('go alone: what was pasted around them stays', () => {
    const { takeWords } = paste('b', `<p>. Først:</p>${table('Kurs')}<p>Vi evaluerer i mai.</p>`)

    takeWords()

    expect(stored('b')).toBe(
      '<paragraph>Norge er fint. Først:</paragraph><paragraph>Vi evaluerer i mai.</paragraph>',
    )
  })

  it('go alone: a second table stays', () => {
    const { takeWords } = paste('b', `${table('Kurs')}${table('Messe')}`)

    takeWords()

    expect(stored('b')).toContain('Messe')
    expect(stored('b')).not.toContain('Kurs')
  })

  it.each([
    ['a', '<paragraph></paragraph>'],
    ['b', '<paragraph>Norge er fint</paragraph>'],
    ['l', '<paragraph></paragraph>'],
  ])('leave the text %s as it was', (fieldId, before) => {
    paste(fieldId, table('Kurs')).takeWords()

    expect(stored(fieldId)).toBe(before)
  })

  it('go from within a list', () => {
    const { takeWords } = paste(
      'a',
      `<ul><li>Først</li><li>${table('Kurs')}</li><li>Sist</li></ul>`,
    )

    takeWords()

    expect(stored('a')).toContain('Først')
    expect(stored('a')).toContain('Sist')
    expect(stored('a')).not.toContain('Kurs')
  })

  it('come back with one undo, which hides the actions', () => {
    const { takeWords } = paste('b', table('Kurs'))
    const before = stored('b')
    makeActions(takeWords)
    const made = [shown(), stored('b')]

    writer.undo.undo()

    expect(made).toEqual([2, '<paragraph>Norge er fint</paragraph>'])
    expect([shown(), stored('b')]).toEqual([0, before])
    writer.undo.redo()
    expect([shown(), stored('b')]).toEqual(made)
  })

  it('go though a colleague wrote before them, and stay when one wrote in them', () => {
    const { takeWords } = paste('b', table('Kurs'))
    const colleague = new Y.Doc()
    const write = (at: number, words: string) => {
      Y.applyUpdate(colleague, Y.encodeStateAsUpdate(writer.doc))
      const paragraph = colleague.getXmlFragment('text:b').get(0) as Y.XmlElement
      ;(paragraph.get(0) as Y.XmlText).insert(at, words)
      writer.door.receive(Y.encodeStateAsUpdate(colleague), 'remote')
    }
    write(0, 'Hei. ')
    takeWords()
    const afterBefore = stored('b')
    writer.undo.undo()
    write('Hei. Norge er fintTil'.length, '!')

    takeWords()

    expect(afterBefore).toBe('<paragraph>Hei. Norge er fint</paragraph>')
    expect(stored('b')).toContain('Kurs')
  })
})
