/**
 * The words that an exported plan has of its own, beside the template's and
 * people's: labels, status, dates and counts, in each of our languages.
 *
 * Whole phrases per language, never assembled from parts: number, noun and verb
 * agree differently in each.
 */
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { Language } from '../../shared/languages.ts'
import type { Status } from '../../shared/plan/status.ts'

export interface ExportWords {
  readonly contents: string
  readonly school: string
  readonly period: string
  readonly actions: string
  readonly noActions: string
  readonly notWritten: string
  readonly untitled: string
  readonly goal: string
  readonly description: string
  readonly indicator: string
  readonly pupilsPart: string
  readonly resources: string
  readonly owners: string
  readonly start: string
  readonly due: string
  readonly status: string
  readonly checkIns: string
  readonly evidence: string
  readonly ticked: string
  readonly notTicked: string
  readonly wheel: string
  readonly wheelKey: string
  readonly independent: string
  readonly statuses: Readonly<Record<Status, string>>
  readonly startsOn: (date: string) => string
  readonly dueOn: (date: string) => string
  readonly exportedOn: (date: string) => string
  readonly daysLate: (days: number) => string
  readonly fieldsWritten: (written: number, all: number) => string
  readonly actionsDone: (all: number, done: number) => string
  /** A day written out: '30. september 2026'. */
  readonly date: (date: CalendarDate) => string
  /** From one day to another, said as shortly as the language allows. */
  readonly dates: (from: CalendarDate, to: CalendarDate) => string
}

const nb: ExportWords = {
  contents: 'Innhold',
  school: 'Skole',
  period: 'Planperiode',
  actions: 'Tiltak',
  noActions: 'Ingen tiltak ennå.',
  notWritten: 'Ikke skrevet ennå.',
  untitled: 'Tiltak uten navn',
  goal: 'Mål',
  description: 'Slik gjør vi det',
  indicator: 'Slik ser vi at det virker',
  pupilsPart: 'Elevenes rolle',
  resources: 'Ressurser',
  owners: 'Ansvarlig',
  start: 'Start',
  due: 'Frist',
  status: 'Status',
  checkIns: 'Statusmeldinger',
  evidence: 'Dokumentasjon',
  ticked: 'Gjort',
  notTicked: 'Ikke gjort',
  wheel:
    'Planen som et hjul med fem deler, én for hver forpliktelse. ' +
    'Innholdslisten nedenfor sier det samme med ord.',
  wheelKey:
    'Indre ring er slik vi gjør det i dag, ytre ring er de neste to årene. Prikkene er tiltakene.',
  independent: 'Samplan er uavhengig av Europakommisjonen og eTwinning.',
  statuses: { planned: 'Planlagt', started: 'I gang', done: 'Ferdig', stopped: 'Stanset' },
  startsOn: (date) => `start ${date}`,
  dueOn: (date) => `frist ${date}`,
  exportedOn: (date) => `Hentet ut av Samplan ${date}.`,
  daysLate: (days) => (days === 1 ? '1 dag forsinket' : `${days} dager forsinket`),
  fieldsWritten: (written, all) => `${written} av ${all} felt skrevet`,
  actionsDone: (all, done) => (all === 0 ? 'ingen tiltak' : `${all} tiltak, ${done} ferdig`),
  ...dateWords('nb-NO'),
}

const en: ExportWords = {
  contents: 'Contents',
  school: 'School',
  period: 'Period',
  actions: 'Actions',
  noActions: 'No actions yet.',
  notWritten: 'Not written yet.',
  untitled: 'Action without a name',
  goal: 'Goal',
  description: 'How we do it',
  indicator: 'How we see that it works',
  pupilsPart: 'The pupils’ part',
  resources: 'Resources',
  owners: 'Owner',
  start: 'Start',
  due: 'Deadline',
  status: 'Status',
  checkIns: 'Check-ins',
  evidence: 'Evidence',
  ticked: 'Done',
  notTicked: 'Not done',
  wheel:
    'The plan as a wheel of five parts, one for each commitment. ' +
    'The list of contents below says the same in words.',
  wheelKey:
    'The inner ring is how we do it today, the outer ring the next two years. The dots are the actions.',
  independent: 'Samplan is independent of the European Commission and eTwinning.',
  statuses: { planned: 'Planned', started: 'Started', done: 'Done', stopped: 'Stopped' },
  startsOn: (date) => `starts ${date}`,
  dueOn: (date) => `due ${date}`,
  exportedOn: (date) => `Exported from Samplan on ${date}.`,
  daysLate: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  fieldsWritten: (written, all) => `${written} of ${all} fields written`,
  actionsDone: (all, done) => {
    if (all === 0) return 'no actions'
    return all === 1 ? `1 action, ${done} done` : `${all} actions, ${done} done`
  },
  ...dateWords('en-GB'),
}

const WORDS: Readonly<Record<Language, ExportWords>> = { nb, en }

export function exportWords(language: Language): ExportWords {
  return WORDS[language]
}

/** A calendar date has no time zone: it is read and written in UTC, wherever the server stands. */
function dateWords(locale: string): Pick<ExportWords, 'date' | 'dates'> {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    date: (date) => format.format(moment(date)),
    dates: (from, to) => format.formatRange(moment(from), moment(to)),
  }
}

function moment(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
