import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../../../shared/api/me.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
})

afterEach(() => app.close())

const address = () => `/api/schools/${school.schoolId}/settings`
const read = async () =>
  (await app.send({ url: address(), cookie: school.people.teacher.cookie })).json<object>()
const save = (settings: object) =>
  app.send({
    method: 'PUT',
    url: address(),
    cookie: school.people.coordinator.cookie,
    body: settings,
  })
const span = (name: string, start: string, end: string) => ({ name, start, end })

const YEAR = span('2026–2027', '2026-08-17', '2027-06-18')
const GOOD = {
  name: 'Ternvåg skole',
  language: 'nn',
  timeZone: 'Europe/Oslo',
  calendar: {
    schoolYears: [YEAR],
    terms: [span('Høst', '2026-08-17', '2026-12-18'), span('Vår', '2027-01-04', '2027-06-18')],
    holidays: [
      span('Høstferie', '2026-10-05', '2026-10-09'),
      span('Samefolkets dag', '2027-02-06', '2027-02-06'),
    ],
  },
  retentionDays: 365,
}
const withCalendar = (calendar: object) => ({
  ...GOOD,
  calendar: { ...GOOD.calendar, ...calendar },
})

describe('the settings of a school', () => {
  it('are empty where nobody has set them', async () => {
    expect(await read()).toEqual({
      name: 'Ternvåg',
      language: 'nb',
      timeZone: 'Europe/Oslo',
      calendar: { schoolYears: [], terms: [], holidays: [] },
      retentionDays: null,
    })
  })

  it('are kept as they were sent, in the order of time', async () => {
    const { terms } = GOOD.calendar
    const reply = await save(withCalendar({ terms: terms.toReversed() }))

    expect(reply.statusCode).toBe(204)
    expect(await read()).toEqual(GOOD)
  })

  it('count at once: the day of the school is that of its time zone', async () => {
    app.clock.nowMs = Date.UTC(2027, 0, 19, 23, 30)

    await save({ ...GOOD, timeZone: 'Atlantic/Azores' })

    const me = await app.send({ url: '/api/me', cookie: school.people.teacher.cookie })
    expect(me.json<Me>().schools[0]).toMatchObject({ name: 'Ternvåg skole', today: '2027-01-19' })
  })

  it.each([
    ['a zone that is nowhere', { ...GOOD, timeZone: 'Europe/Ternvåg' }],
    ['an offset for a zone', { ...GOOD, timeZone: '+01:00' }],
    ['a zone with markup', { ...GOOD, timeZone: '<b>' }],
    ['a name without a letter', { ...GOOD, name: ' \u202e ' }],
    ['a language we do not have', { ...GOOD, language: 'se' }],
    [
      'a day that does not exist',
      withCalendar({ holidays: [span('x', '2027-02-29', '2027-03-01')] }),
    ],
    ['a day of another form', withCalendar({ holidays: [span('x', '1.2.2027', '2027-03-01')] })],
    ['a day beyond all plans', withCalendar({ holidays: [span('x', '9999-01-01', '9999-01-02')] })],
    [
      'an end before its beginning',
      withCalendar({ holidays: [span('x', '2027-03-02', '2027-03-01')] }),
    ],
    [
      'two terms on one day',
      withCalendar({
        terms: [span('a', '2026-09-01', '2026-10-01'), span('b', '2026-10-01', '2026-11-01')],
      }),
    ],
    [
      'holidays within others',
      withCalendar({
        holidays: [span('a', '2026-09-01', '2026-10-01'), span('b', '2026-09-10', '2026-09-11')],
      }),
    ],
    ['two school years at once', withCalendar({ schoolYears: [YEAR, YEAR] })],
    ['a term outside every school year', withCalendar({ schoolYears: [] })],
    [
      'a term that runs out of its year',
      withCalendar({ terms: [span('a', '2027-06-01', '2027-06-19')] }),
    ],
    ['holidays without a name', withCalendar({ holidays: [span('', '2027-03-01', '2027-03-01')] })],
    ['too short a keeping', { ...GOOD, retentionDays: 1 }],
    ['a keeping of half a day', { ...GOOD, retentionDays: 30.5 }],
    ['no calendar', { ...GOOD, calendar: undefined }],
  ])('are not %s', async (_what, settings) => {
    const before = await read()

    expect((await save(settings)).json()).toMatchObject({ code: 'bad-request' })
    expect(await read()).toEqual(before)
  })
})
