/**
 * Single values of a plan's document, whatever they turn out to be: what
 * read-plan, read-action and read-evidence share. Each reader is total.
 */
import * as Y from 'yjs'
import { type CalendarDate, parseCalendarDate } from '../calendar-date.ts'
import { isId } from '../ids.ts'
import { cleanText } from '../text/clean-text.ts'
import { compareText } from '../text/compare-text.ts'
import type { Owner } from './plan.ts'

/** Most entries of one map that are read; a hostile plan may hold millions. */
const MAX_ENTRIES = 5000
const MAX_LINE = 300

/** Told of each thing that had to be mended: a path, and what was wrong. */
export type NoteRepair = (where: string, what: string) => void

/**
 * The entries of a map in the order of their keys, never too many; none when it is not a map.
 *
 * By key, because a Y.Map's own order differs between peers.
 */
export function readEntries(
  map: unknown,
  where: string,
  noteRepair: NoteRepair,
  limit = MAX_ENTRIES,
): readonly (readonly [string, unknown])[] {
  if (!(map instanceof Y.Map)) {
    if (map !== undefined && map !== null) noteRepair(where, 'not a map')
    return []
  }
  const entries = [...(map as Y.Map<unknown>).entries()].sort(([a], [b]) => compareText(a, b))
  if (entries.length > limit) noteRepair(where, 'too many')
  return entries.slice(0, limit)
}

/** A calendar date, or null. Absent and null are not repairs. */
export function readDate(
  value: unknown,
  where: string,
  noteRepair: NoteRepair,
): CalendarDate | null {
  if (value === null || value === undefined) return null
  const date = parseCalendarDate(value)
  if (!date) noteRepair(where, 'not a date')
  return date
}

/** One line of words: clean, trimmed, at most MAX_LINE long; '' for anything else. */
export function readLine(value: unknown): string {
  if (typeof value !== 'string') return ''
  // A pair that the cut has split is dropped.
  const line = cleanText(value).trim().slice(0, MAX_LINE)
  return line.isWellFormed() ? line.trimEnd() : line.slice(0, -1).trimEnd()
}

/** An owner from their key in the set: a member's id, or `name:<text>`. */
export function readOwner(key: unknown): Owner | null {
  if (isId(key)) return { kind: 'member', memberId: key }
  if (typeof key !== 'string' || !key.startsWith('name:')) return null
  const name = readLine(key.slice('name:'.length))
  return name === '' ? null : { kind: 'name', name }
}
