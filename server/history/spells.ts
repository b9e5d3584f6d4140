/**
 * Where the automatic versions of a plan are: at the end of each spell of writing. Pure.
 *
 * A spell ends by quiet, or by a change of hands: somebody begins who has not written since the
 * last long quiet, when all others have paused. So people who write at once, or in turn, make
 * no version at every turn; between two long quiets there are fewer changes of hands than people
 * (docs/adr/0031).
 */
import type { UserId } from '../../shared/ids.ts'

/** After so long without an update a spell is over. */
export const QUIET_MS = 10 * 60 * 1000
/** A newcomer after so long finds a plan that somebody has put down. */
export const PAUSE_MS = 2 * 60 * 1000

/** Writing that has not ended yet. */
export interface Spell {
  readonly lastSeq: number
  /** Of the update. */
  readonly lastMs: number
  /** Everybody who wrote since the last long quiet. */
  readonly present: readonly UserId[]
}

/** What of an update matters here. */
export interface WrittenRow {
  readonly seq: number
  readonly timeMs: number
  /** null: the server itself. */
  readonly userId: UserId | null
}

export interface Moment {
  readonly seq: number
  readonly timeMs: number
}

/** @param rows those that follow the spell's last, in order. */
export function followSpell(
  begun: Spell | null,
  rows: readonly WrittenRow[],
): { readonly spell: Spell | null; readonly ended: readonly Moment[] } {
  const ended: Moment[] = []
  let spell = begun
  for (const { seq, timeMs, userId } of rows) {
    let present = spell?.present ?? []
    if (spell) {
      const isQuiet = timeMs - spell.lastMs >= QUIET_MS
      const isNew = userId !== null && !present.includes(userId)
      const isPut = isNew && present.length > 0 && timeMs - spell.lastMs >= PAUSE_MS
      if (isQuiet || isPut) ended.push(endOf(spell))
      if (isQuiet) present = []
    }
    const joins = userId !== null && !present.includes(userId)
    spell = { lastSeq: seq, lastMs: timeMs, present: joins ? [...present, userId] : present }
  }
  return { spell, ended }
}

/** Is it over by now, if nothing has come since? */
export function isOver({ lastMs }: Spell, nowMs: number): boolean {
  return nowMs - lastMs >= QUIET_MS
}

export function endOf({ lastSeq, lastMs }: Spell): Moment {
  return { seq: lastSeq, timeMs: lastMs }
}
