/**
 * What a school sets for itself.
 *
 *   GET /api/schools/:schoolId/settings   -> SchoolSettings, for all who work there
 *   PUT /api/schools/:schoolId/settings   SchoolSettings -> 204, by a coordinator
 *
 * All of it at once. 'bad-request': a time zone that does not exist, a day that does
 * not, a span that ends before it begins, two school years, terms or holidays that
 * overlap, a term outside every school year. Holidays may lie within a term.
 */
import { type Static, Type } from 'typebox'
import { DateText, LanguageTag, Line } from './common.ts'

/** From the first day to the last, both counted. */
export const NamedSpan = Type.Object({ name: Line, start: DateText, end: DateText })
export type NamedSpan = Static<typeof NamedSpan>

/** Each list in the order of time, whatever was sent. */
export const SchoolCalendar = Type.Object({
  schoolYears: Type.Array(NamedSpan, { maxItems: 10 }),
  terms: Type.Array(NamedSpan, { maxItems: 40 }),
  holidays: Type.Array(NamedSpan, { maxItems: 200 }),
})
export type SchoolCalendar = Static<typeof SchoolCalendar>

export const EMPTY_CALENDAR: SchoolCalendar = { schoolYears: [], terms: [], holidays: [] }

/** Shorter would throw away what is still in use, longer is for ever. */
export const RETENTION_DAYS = { least: 30, most: 3653 } as const

export const SchoolSettings = Type.Object({
  name: Line,
  language: LanguageTag,
  /** IANA name. */
  timeZone: Type.String({ minLength: 1, maxLength: 100 }),
  calendar: SchoolCalendar,
  /** For how many days what may be thrown away is kept; null: not decided, nothing is. */
  retentionDays: Type.Union([
    Type.Integer({ minimum: RETENTION_DAYS.least, maximum: RETENTION_DAYS.most }),
    Type.Null(),
  ]),
})
export type SchoolSettings = Static<typeof SchoolSettings>
