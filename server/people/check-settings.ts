/** Settings of a school as somebody sent them, made ready to be kept, or refused. */
import type { NamedSpan, SchoolSettings } from '../../shared/api/school-settings.ts'
import { parseCalendarDate } from '../../shared/calendar-date.ts'
import { Failure } from '../../shared/failure.ts'
import { knownZone } from './known-zone.ts'
import { typedLine } from './typed-line.ts'

/** @throws Failure 'bad-request' */
export function checkSettings(settings: SchoolSettings): SchoolSettings {
  const { schoolYears, terms, holidays } = settings.calendar
  const calendar = {
    schoolYears: inOrder(schoolYears),
    terms: inOrder(terms),
    holidays: inOrder(holidays),
  }
  for (const term of calendar.terms) {
    const isWithin = calendar.schoolYears.some(
      ({ start, end }) => start <= term.start && term.end <= end,
    )
    if (!isWithin)
      throw new Failure('bad-request', `a term outside every school year: ${term.start}`)
  }
  return {
    name: typedLine(settings.name, 'name'),
    language: settings.language,
    timeZone: typedZone(settings.timeZone),
    calendar,
    retentionDays: settings.retentionDays,
  }
}

function inOrder(spans: readonly NamedSpan[]): NamedSpan[] {
  const inTime = spans.map(checkSpan).sort((one, two) => (one.start < two.start ? -1 : 1))
  inTime.forEach(({ start }, index) => {
    const before = inTime[index - 1]
    if (before && before.end >= start) throw new Failure('bad-request', `an overlap at ${start}`)
  })
  return inTime
}

function checkSpan({ name, start, end }: NamedSpan): NamedSpan {
  for (const day of [start, end]) {
    if (!parseCalendarDate(day)) throw new Failure('bad-request', `no such day: ${day}`)
  }
  if (start > end) throw new Failure('bad-request', `it ends before it begins: ${start}, ${end}`)
  return { name: typedLine(name), start, end }
}

function typedZone(timeZone: string): string {
  if (knownZone(timeZone) !== null) return timeZone
  throw new Failure('bad-request', `no time zone: ${timeZone}`, { told: { field: 'timeZone' } })
}
