import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planColumns } from '../../../client/actions/table/plan-columns.ts'
import { tableActions } from '../../../client/actions/table/table-actions.ts'
import { writtenDate, writtenPeriod } from '../../../client/actions/table/written-date.ts'
import { readHtml } from '../../../client/text/paste/read-html.ts'
import { readPlain } from '../../../client/text/paste/read-plain.ts'
import { oneLine } from '../../../shared/text/plain-text.ts'

const MEMBERS = [
  { memberId: 'm1', name: 'Kari Nordmann', role: 'teacher', isHere: true },
  { memberId: 'm2', name: 'Per Ås', role: 'teacher', isHere: true },
] as const

const tabs = (...rows: readonly (readonly string[])[]) =>
  readPlain(rows.map((row) => row.join('\t')).join('\n')).table!

const draftOf = (heads: readonly string[], row: readonly string[]) => {
  const table = tabs(heads, row)
  const [draft] = tableActions(table, planColumns(table)!, MEMBERS)
  return { ...draft!, description: oneLine(draft!.texts!.description!) }
}

describe('a date as people write it', () => {
  it.each([
    ['12. mars 2027', '2027-03-12'],
    ['12.03.27', '2027-03-12'],
    ['12/3/2027', '2027-03-12'],
    ['2027-03-12', '2027-03-12'],
    ['fredag 12. mars 2027', '2027-03-12'],
    ['12 March 2027', '2027-03-12'],
    ['March 12, 2027', '2027-03-12'],
    ['12. des. 2027', '2027-12-12'],
    ['mars 2027', '2027-03-31'],
    ['februar 2028', '2028-02-29'],
  ])('%s is %s', (words, date) => {
    expect(writtenDate(words, 'last')).toBe(date)
  })

  it.each(['høsten 2027', '12. mars', '31.02.27', 'uke 40', 'løpende', '2027'])(
    '%s is none',
    (words) => {
      expect(writtenDate(words, 'last')).toBe(null)
    },
  )

  it('may be a period', () => {
    expect(writtenPeriod('januar–mars 2027')).toEqual({ start: '2027-01-01', due: '2027-03-31' })
  })
})

describe('a table', () => {
  it.each([
    ['Tiltak', 'Hvem er ansvarlig?', 'Frist'],
    ['Mål', 'Aktivitet', 'Når'],
    ['Kva skal vi gjere?', 'Kven', 'Måltegn / indikator'],
    ['Action', 'Responsible', 'Status'],
  ])('with %s, %s and %s is a plan of actions', (...heads) => {
    expect(planColumns(tabs(heads, ['a', 'b', 'c']))).not.toBe(null)
  })

  it('with two known headings is none', () => {
    expect(planColumns(tabs(['Navn', 'Hvem', 'Frist'], ['a', 'b', 'c']))).toBe(null)
  })

  it('from Excel gives actions with owners, dates and status', () => {
    const html = readFileSync('test/fixtures/paste/excel.html', 'utf8')
    const { table } = readHtml(html)

    const [first, second] = tableActions(table!, planColumns(table!)!, MEMBERS)

    expect(first).toMatchObject({ owners: ['m1', 'm2'], due: '2027-03-12', status: 'started' })
    expect(oneLine(first!.texts!.title!)).toBe('Åpen dag for foreldre')
    expect(second).toMatchObject({ owners: ['name:Lund'], due: '2027-03-31', status: 'planned' })
  })

  it('loses nothing: what fits nowhere goes to the description with its heading', () => {
    const table = tabs(
      ['Tiltak', 'Frist', 'Status', 'Trinn'],
      ['Kurs', 'til høsten', 'nesten', '5.–7.'],
    )

    const [action] = tableActions(table, planColumns(table)!, [])

    expect(action).toMatchObject({ due: null, status: 'planned' })
    expect(oneLine(action!.texts!.description!)).toBe(
      'Frist: til høsten Status: nesten Trinn: 5.–7.',
    )
  })

  it('leaves a whole cell of owners to the text when it holds more than names', () => {
    const long = `Kontaktlærerne på 1.–4. trinn ${'som ikke har kontakt fra før '.repeat(4)}, Per Ås`

    const draft = draftOf(['Tiltak', 'Ansvarlig', 'Frist'], ['Kurs', long, 'mai 2027'])

    expect(draft.owners).toEqual([])
    expect(draft.description).toBe(`Ansvarlig: ${long}`.replace(/\s+/g, ' '))
  })

  it.each([
    // The column of its own has the say; what the other says besides is left to the text.
    [
      ['Start', 'Frist'],
      ['1.1.2027', '1.2.2027 – 1.3.2027'],
      ['2027-01-01', '2027-03-01', 'Frist: 1.2.2027 – 1.3.2027'],
    ],
    [
      ['Frist', 'Start'],
      ['1.2.2027 – 1.3.2027', 'høsten'],
      ['2027-02-01', '2027-03-01', 'Start: høsten'],
    ],
    [
      ['Start', 'Frist'],
      ['1.2.2027', '1.2.2027 – 1.3.2027'],
      ['2027-02-01', '2027-03-01', ''],
    ],
  ])('with %j of %j', (heads, row, [start, due, description]) => {
    const draft = draftOf(['Tiltak', ...heads], ['Kurs', ...row])

    expect(draft).toMatchObject({ start, due, description })
  })
})
