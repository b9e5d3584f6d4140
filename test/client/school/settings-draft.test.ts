import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedSettings,
  type DraftSpan,
  draftOf,
  findProblems,
  isSameDraft,
  isSound,
  type SettingsDraft,
  settingsOf,
} from '../../../client/school/settings-draft.ts'
import { checkSettings } from '../../../server/people/check-settings.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'

const day = (text: string) => text as CalendarDate
const span = (key: string, start: string | null, end: string | null, name = key): DraftSpan => ({
  key,
  name,
  start: start === null ? null : day(start),
  end: end === null ? null : day(end),
})

function draft(traits: Partial<SettingsDraft>): SettingsDraft {
  return {
    name: 'Ternvåg skole',
    language: 'nb',
    timeZone: 'Europe/Oslo',
    retentionDays: null,
    schoolYears: [],
    terms: [],
    holidays: [],
    ...traits,
  }
}

const problemsOf = (traits: Partial<SettingsDraft>) => [...findProblems(draft(traits)).spans]

describe('what is wrong with settings', () => {
  it('stands beside the span that it is about', () => {
    const year = span('year', '2026-08-01', '2027-06-20')

    expect(problemsOf({ schoolYears: [span('a', '2026-08-01', null)] })).toEqual([['a', 'no-day']])
    expect(problemsOf({ schoolYears: [span('a', '2026-08-01', '2026-08-02', '  ')] })).toEqual([
      ['a', 'no-name'],
    ])
    expect(problemsOf({ holidays: [span('a', '2026-12-24', '2026-12-20')] })).toEqual([
      ['a', 'ends-before'],
    ])
    expect(
      problemsOf({
        holidays: [span('a', '2026-12-20', '2026-12-31'), span('b', '2026-12-31', '2027-01-02')],
      }),
    ).toEqual([['b', 'overlap']])
    expect(
      problemsOf({ schoolYears: [year], terms: [span('a', '2027-06-01', '2027-06-21')] }),
    ).toEqual([['a', 'outside-year']])
    expect(
      problemsOf({ schoolYears: [year], terms: [span('a', '2027-06-01', '2027-06-20')] }),
    ).toEqual([])
  })

  it('is that a school has no name', () => {
    expect(findProblems(draft({ name: ' ' })).hasNoName).toBe(true)
    expect(findProblems(draft({ name: '\u200b' })).hasNoName).toBe(true)
    expect(findProblems(draft({})).hasNoName).toBe(false)
  })
})

/** Few days and few names, so that spans touch, cross and lie in each other. */
const arbitraryDay = fc.option(
  fc.constantFrom('2026-08-01', '2026-08-02', '2026-12-20', '2027-01-02', '2027-06-20').map(day),
)
const arbitrarySpans = fc
  .array(
    fc.record({
      name: fc.constantFrom('Høst', 'Vår', 'Jul', ' '),
      start: arbitraryDay,
      end: arbitraryDay,
    }),
    {
      maxLength: 3,
    },
  )
  .map((spans) => spans.map((one, at) => ({ ...one, key: String(at) })))

const arbitraryDraft: fc.Arbitrary<SettingsDraft> = fc
  .tuple(
    arbitrarySpans,
    arbitrarySpans,
    arbitrarySpans,
    fc.constantFrom('Ternvåg', 'Lyngnes', 'Fjell', ' '),
  )
  .map(([schoolYears, terms, holidays, name]) => ({
    ...draft({ name }),
    schoolYears: schoolYears.map((one) => ({ ...one, key: `year ${one.key}` })),
    terms: terms.map((one) => ({ ...one, key: `term ${one.key}` })),
    holidays: holidays.map((one) => ({ ...one, key: `holiday ${one.key}` })),
  }))

it('the page finds something wrong exactly when the server would refuse it', () => {
  let taken = 0
  fc.assert(
    fc.property(arbitraryDraft, (one) => {
      const isWhole = [...one.schoolYears, ...one.terms, ...one.holidays].every(
        ({ start, end }) => start !== null && end !== null,
      )
      const isTaken = isWhole && serverTakes(one)

      expect(isSound(findProblems(one))).toBe(isTaken)
      if (isTaken) taken += 1
    }),
    { numRuns: 2000 },
  )
  expect(taken).toBeGreaterThan(20)
})

it('a draft is unsaved as soon as saving it would save something else', () => {
  const terms = [
    span('a', '2026-08-20', '2026-12-20', 'Høst'),
    span('b', '2027-01-04', '2027-06-20'),
  ]
  const base = draft({ terms })

  expect(isSameDraft(draft({ terms: terms.toReversed(), name: ' Ternvåg skole ' }), base)).toBe(
    true,
  )
  expect(isSameDraft(draft({ terms: [...terms, span('c', null, null, '')] }), base)).toBe(false)
  expect(isSameDraft(draft({ terms: [] }), base)).toBe(false)
  for (const changed of [
    { name: 'Ny' },
    { language: 'nn' },
    { timeZone: 'Europe/Athens' },
    { retentionDays: 30 },
  ] as const) {
    expect(isSameDraft(draft({ terms, ...changed }), base)).toBe(false)
  }
})

it('settings come out of a draft as they went in, in the order of time', () => {
  const settings = settingsOf(
    draft({
      name: ' Ternvåg skole ',
      holidays: [span('b', '2027-03-01', '2027-03-05'), span('a', '2026-12-20', '2027-01-02')],
    }),
  )

  expect(settings.calendar.holidays.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(settings.name).toBe('Ternvåg skole')
  expect(settingsOf(draftOf(settings))).toEqual(settings)
})

it('tells which settings another coordinator changed', () => {
  const mine = settingsOf(draft({}))

  expect(changedSettings(mine, mine)).toEqual([])
  expect(changedSettings(mine, { ...mine, name: 'Ny', retentionDays: 365 })).toEqual([
    'name',
    'retentionDays',
  ])
})

/** The contract asks for a character in each name, the check for all else. */
function serverTakes(one: SettingsDraft): boolean {
  const named = [one, ...one.schoolYears, ...one.terms, ...one.holidays]
  if (named.some(({ name }) => name.trim() === '')) return false
  try {
    checkSettings(settingsOf(one))
    return true
  } catch {
    return false
  }
}
