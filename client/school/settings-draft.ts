/**
 * A school's settings while somebody changes them: half-filled spans are allowed here.
 * Finds what the server would refuse (server/people/check-settings.ts), each beside
 * the field that it is about. Pure.
 */
import type { NamedSpan, SchoolSettings } from '../../shared/api/school-settings.ts'
import type { Static } from 'typebox'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { isSeen } from '../../shared/text/is-seen.ts'

export const SPAN_LISTS = ['schoolYears', 'terms', 'holidays'] as const
export type SpanList = (typeof SPAN_LISTS)[number]

/** A school year, a term or a holiday as far as it is filled in. */
export interface DraftSpan {
  /** Tells rows apart while they are moved and filled in. */
  readonly key: string
  readonly name: string
  readonly start: CalendarDate | null
  readonly end: CalendarDate | null
}

export interface SettingsDraft
  extends
    Pick<SchoolSettings, 'name' | 'language' | 'timeZone' | 'retentionDays'>,
    Readonly<Record<SpanList, readonly DraftSpan[]>> {}

export type SpanProblem = 'no-name' | 'no-day' | 'ends-before' | 'overlap' | 'outside-year'

export interface SettingsProblems {
  readonly hasNoName: boolean
  /** By the key of the span. */
  readonly spans: ReadonlyMap<string, SpanProblem>
}

export function draftOf(settings: SchoolSettings): SettingsDraft {
  const { calendar, ...rest } = settings
  const spans = (list: SpanList) =>
    calendar[list].map((span, at) => ({ key: `${list} ${at}`, ...span }))
  return {
    ...rest,
    schoolYears: spans('schoolYears'),
    terms: spans('terms'),
    holidays: spans('holidays'),
  }
}

/** Would saving one be saving the other, as far as they are filled in? */
export function isSameDraft(one: SettingsDraft, other: SettingsDraft): boolean {
  return JSON.stringify(plainDraft(one)) === JSON.stringify(plainDraft(other))
}

function plainDraft({
  schoolYears,
  terms,
  holidays,
  name,
  language,
  timeZone,
  retentionDays,
}: SettingsDraft) {
  const spans = [schoolYears, terms, holidays].map((list) =>
    list.map((span) => [span.start, span.end, span.name.trim()].join(' ')).sort(),
  )
  return [name.trim(), language, timeZone, retentionDays, spans]
}

/** For a draft without problems: what the server takes. */
export function settingsOf(draft: SettingsDraft): SchoolSettings {
  const { schoolYears, terms, holidays, name, ...rest } = draft
  return {
    ...rest,
    name: name.trim(),
    calendar: {
      schoolYears: wholeSpans(schoolYears),
      terms: wholeSpans(terms),
      holidays: wholeSpans(holidays),
    },
  }
}

export function findProblems(draft: SettingsDraft): SettingsProblems {
  const spans = new Map<string, SpanProblem>()
  for (const list of SPAN_LISTS) {
    for (const span of draft[list]) {
      const problem = problemOfSpan(span, draft[list])
      if (problem) spans.set(span.key, problem)
    }
  }
  for (const term of draft.terms) {
    if (!spans.has(term.key) && !draft.schoolYears.some((year) => holdsSpan(year, term))) {
      spans.set(term.key, 'outside-year')
    }
  }
  return { hasNoName: !isSeen(draft.name), spans }
}

/** Does this hold nothing that the server would refuse? */
export function isSound({ hasNoName, spans }: SettingsProblems): boolean {
  return !hasNoName && spans.size === 0
}

/** Which settings differ between the two. */
export function changedSettings(
  one: SchoolSettings,
  other: SchoolSettings,
): readonly (keyof SchoolSettings)[] {
  const keys = ['name', 'language', 'timeZone', 'calendar', 'retentionDays'] as const
  return keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
}

function problemOfSpan(span: DraftSpan, list: readonly DraftSpan[]): SpanProblem | null {
  const { name, start, end, key } = span
  if (!isSeen(name)) return 'no-name'
  if (start === null || end === null) return 'no-day'
  if (start > end) return 'ends-before'
  // The later one is told: the one before it was there first.
  const isOverlapping = list.some(
    (other, at) =>
      other.key !== key &&
      at < list.indexOf(span) &&
      other.start !== null &&
      other.end !== null &&
      other.start <= end &&
      start <= other.end,
  )
  return isOverlapping ? 'overlap' : null
}

function holdsSpan(year: DraftSpan, { start, end }: DraftSpan): boolean {
  return (
    year.start !== null &&
    year.end !== null &&
    start !== null &&
    end !== null &&
    year.start <= start &&
    end <= year.end
  )
}

function wholeSpans(spans: readonly DraftSpan[]): Static<typeof NamedSpan>[] {
  return spans
    .flatMap(({ name, start, end }) =>
      start === null || end === null ? [] : [{ name: name.trim(), start, end }],
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1))
}
