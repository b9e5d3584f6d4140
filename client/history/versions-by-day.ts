/** The versions of a plan by the days they are of, newest first. Pure. */
import type { Version } from '../../shared/api/history.ts'

export interface VersionDay {
  /** '2026-11-12', where the reader is. */
  readonly date: string
  readonly versions: readonly Version[]
}

/** @param versions newest first. */
export function versionsByDay(versions: readonly Version[]): readonly VersionDay[] {
  const days = new Map<string, Version[]>()
  for (const version of versions) {
    const date = dayOf(version.atMs)
    days.set(date, [...(days.get(date) ?? []), version])
  }
  return [...days].map(([date, ofDay]) => ({ date, versions: ofDay }))
}

/**
 * What is compared with the present when nothing was chosen: the newest version before it; null:
 * there is none.
 */
export function newestBefore(versions: readonly Version[], seq: number): Version | null {
  return versions.find((version) => version.seq < seq) ?? null
}

function dayOf(ms: number): string {
  const at = new Date(ms)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
