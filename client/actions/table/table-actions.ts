/**
 * The rows of a pasted table as actions to be. Nothing is lost: what fits nowhere, a
 * date that is none and a status of another word go to the description, with their
 * headings.
 */
import type { MemberCard } from '../../../shared/api/plans.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import type { ActionTextName } from '../../../shared/plan/plan.ts'
import type { Status } from '../../../shared/plan/status.ts'
import type { Block, RichText } from '../../../shared/text/rich-text.ts'
import {
  boldInline,
  paragraph,
  type PastedCell,
  type PastedTable,
  plainInline,
} from '../../text/paste/pasted.ts'
import { cellWords, inlinesOf } from '../../text/paste/table-text.ts'
import type { ActionDraft } from '../action-commands.ts'
import type { ColumnKind, PlanColumn } from './plan-columns.ts'
import { writtenDate, writtenPeriod } from './written-date.ts'

/** More rows than any plan of a school has actions. */
export const MAX_TABLE_ACTIONS = 200

export function tableActions(
  { rows }: PastedTable,
  columns: readonly PlanColumn[],
  members: readonly MemberCard[],
): ActionDraft[] {
  return rows.slice(1).map((row) => draftOf(row, columns, members))
}

function draftOf(
  row: readonly PastedCell[],
  columns: readonly PlanColumn[],
  members: readonly MemberCard[],
): ActionDraft {
  const texts: Partial<Record<ActionTextName, RichText>> = {}
  const left: Block[] = []
  const dates = datesOf(row, columns)
  let description: RichText = []
  let owners: readonly string[] = []
  let status: Status = 'planned'
  for (const [x, { kind, heading }] of columns.entries()) {
    const cell = row[x] ?? []
    const words = cellWords(cell)
    const leave = () => left.push(leftOver(heading, cell))
    if (words === '') continue
    if (kind === 'owners') {
      const read = ownersOf(cell, members)
      if (read) owners = read
      else leave()
    } else if (kind === 'status') {
      const known = statusOf(words)
      if (known) status = known
      else leave()
    } else if (kind === 'start' || kind === 'due') {
      if (!dates.told.has(kind)) leave()
    } else if (kind === 'description') description = cell
    else if (kind === null) leave()
    else texts[kind] = line(cell)
  }
  // A plan without a column for what is done has it in its goals.
  if (!texts.title && texts.goal) texts.title = texts.goal
  const whole = [...description, ...left]
  const { start, due } = dates
  return { texts: { ...texts, description: whole }, owners, start, due, status }
}

interface RowDates {
  readonly start: CalendarDate | null
  readonly due: CalendarDate | null
  /** The cells of which the dates say all. */
  readonly told: ReadonlySet<ColumnKind>
}

/** A column of its own has the say over a start; a period of deadlines that says another is left. */
function datesOf(row: readonly PastedCell[], columns: readonly PlanColumn[]): RowDates {
  const wordsOf = (kind: ColumnKind) => {
    const x = columns.findIndex((column) => column.kind === kind)
    return cellWords(row[x] ?? [])
  }
  const told = new Set<ColumnKind>()
  const ownStart = writtenDate(wordsOf('start'), 'first')
  const period = writtenPeriod(wordsOf('due'))
  const due = period?.due ?? writtenDate(wordsOf('due'), 'last')
  if (ownStart) told.add('start')
  if (due && (!period || !ownStart || period.start === ownStart)) told.add('due')
  return { start: ownStart ?? period?.start ?? null, due, told }
}

/** Most texts of an action are one line. */
function line(cell: PastedCell): RichText {
  return [paragraph(inlinesOf(cell, plainInline(' ')))]
}

function leftOver(heading: string, cell: PastedCell): Block {
  const words = inlinesOf(cell, { type: 'hardBreak' })
  return paragraph(
    heading === '' ? words : [boldInline(`${heading.replace(/:$/, '')}: `), ...words],
  )
}

const MAX_NAME = 100

/**
 * Members by their names, whole or first when only one is called so; others as written.
 * null when the cell holds more than names.
 */
function ownersOf(cell: PastedCell, members: readonly MemberCard[]): string[] | null {
  const words = cell.map((block) => cellWords([block])).join(';')
  const names = words
    .split(/[,;/&+]|\s(?:og|and|samt)\s/i)
    .map((name) => name.replace(/^[•\s]+/, '').trim())
    .filter((name) => name !== '')
  if (names.some((name) => name.length > MAX_NAME)) return null
  const keys = names.map((name) => {
    const wanted = name.toLocaleLowerCase()
    const whole = members.filter((member) => member.name.toLocaleLowerCase() === wanted)
    const parts = members.filter((member) =>
      member.name.toLocaleLowerCase().split(/\s+/).includes(wanted),
    )
    const [only, ...more] = whole.length > 0 ? whole : parts
    return only && more.length === 0 ? only.memberId : `name:${name}`
  })
  return [...new Set(keys)]
}

const STATUS_WORDS: readonly (readonly [Status, RegExp])[] = [
  ['planned', /^(planlagt|planlagd|ikke (på)?startet|ikkje (på)?starta|ikke begynt|planned|not started|to ?do)$/],
  ['started', /^((er )?i gang|igang|startet|starta|påbegynt|pågår|under arbeid|started|ongoing|in progress|begun)$/],
  ['done', /^(ferdig|fullført|gjennomført|utført|gjort|ja|ok|x|✓|✔|✅|100 ?%|done|completed?|finished|yes)$/],
  ['stopped', /^(stanset|stansa|stoppet|stoppa|avlyst|utgår|går ut|stopped|cancell?ed|dropped)$/],
] // prettier-ignore

function statusOf(words: string): Status | null {
  const plain = words.toLowerCase().replace(/[.!]$/, '').trim()
  return STATUS_WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
