/**
 * Reading a plan's log for what the history tells: who changed each place last, and where the
 * automatic versions are. By whom is what the log says of each update, never what a client does.
 *
 * From where it was read to, a thousand updates at a time, each thousand saved by itself: what
 * a crash interrupts goes on from there, and two readers (or two programs) save no update
 * twice, since saving asks whether the log is still read as far as it was.
 */
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../../shared/failure.ts'
import type { PlanId, UserId } from '../../shared/ids.ts'
import type { DocThread } from '../sync/doc-thread.ts'
import type { HistoryRow, StoredMoment, UpdateLog } from '../sync/update-log.ts'
import type { FoundInLog, HistoryStore, Reading } from './history-store.ts'
import { endOf, followSpell, isOver, type Moment, QUIET_MS } from './spells.ts'

export interface LogReaderDeps {
  readonly store: Pick<HistoryStore, 'findReading' | 'saveFound' | 'listToRead' | 'listVersions'>
  readonly log: Pick<UpdateLog, 'readMoment' | 'readHistory'>
  readonly docs: Pick<DocThread, 'touched'>
  readonly nowMs: () => number
  readonly logger: { warn(what: object, message: string): void }
}

export interface LogReader {
  /**
   * Reads on to the head as it is at this moment, or a little further: not until there is nothing
   * more, while people type. Who asks while it is being read waits for the same reading.
   *
   * @throws Failure 'plan-not-found', 'storage-unavailable', 'server-error'.
   */
  catchUp(planId: PlanId): Promise<Reading>
  /**
   * All plans that have something to read, one after the other and with rests, so that the doc
   * thread is there for those who open plans meanwhile; what fails is logged.
   */
  catchUpAll(): Promise<void>
  /** Begins nothing more; waits for what is under way. */
  close(): Promise<void>
}

/** About 50 ms of the doc thread. */
export const ROWS_AT_ONCE = 1000
/** How many times as long as it took the reader of all plans rests after each. */
const REST = 4
/** Another reader is as fast as this one. */
const MAX_MOVED = 20

export function createLogReader(deps: LogReaderDeps): LogReader {
  const underWay = new Map<PlanId, Promise<Reading>>()
  const closing = new AbortController()
  let all = Promise.resolve()

  const read = async (planId: PlanId): Promise<Reading> => {
    let before: StoredMoment | null = null
    let upTo: number | null = null
    let moved = 0
    for (;;) {
      const reading = await deps.store.findReading(planId)
      if (!reading) throw new Failure('plan-not-found', planId)
      if (closing.signal.aborted)
        throw new Failure('server-restarting', `reading the log of ${planId}`)
      upTo = Math.min(upTo ?? reading.head, reading.head)
      if (reading.seq >= upTo && !isSpellOver(reading, deps.nowMs())) return reading
      const step = await readStep(deps, planId, reading, before)
      before = step
      if (!step && ++moved > MAX_MOVED) throw new Failure('plan-busy', `reading ${planId}`)
    }
  }

  const catchUp = async (planId: PlanId): Promise<Reading> => {
    const head = (await deps.store.findReading(planId))?.head ?? 0
    for (;;) {
      let reading = underWay.get(planId)
      if (!reading) {
        reading = read(planId).finally(() => underWay.delete(planId))
        underWay.set(planId, reading)
      }
      const reached = await reading
      // One that was begun earlier may have looked at the head before we asked.
      if (reached.seq >= Math.min(head, reached.head)) return reached
    }
  }

  const readAll = async () => {
    for (const planId of await deps.store.listToRead(deps.nowMs() - QUIET_MS)) {
      if (closing.signal.aborted) return
      const begunMs = performance.now()
      await catchUp(planId).catch((error: unknown) => {
        deps.logger.warn({ err: error, planId }, 'the history of a plan could not be read on')
      })
      await rest((performance.now() - begunMs) * REST, closing.signal)
    }
  }

  return {
    catchUp,
    catchUpAll() {
      const reading = all.then(readAll)
      // The next one begins whatever became of this one.
      all = reading.catch(() => undefined)
      return reading
    },
    async close() {
      closing.abort()
      await Promise.allSettled([all, ...underWay.values()])
    },
  }
}

/** Ends early when `signal` says so. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined)
}

/** With nothing after it: what comes after it may have been written in time. */
function isSpellOver({ head, seq, spell }: Reading, nowMs: number): boolean {
  return seq >= head && spell !== null && isOver(spell, nowMs)
}

/**
 * The next thousand updates.
 *
 * @param before the plan at `reading.seq`, if that is known.
 * @returns the plan after them; null when somebody else has read on, or the plan begins anew.
 */
async function readStep(
  deps: LogReaderDeps,
  planId: PlanId,
  reading: Reading,
  before: StoredMoment | null,
): Promise<StoredMoment | null> {
  const { log, docs, store } = deps
  const { seq: after } = reading
  const start = before?.seq === after ? before : await log.readMoment(planId, after)
  const rows = await log.readHistory(planId, { after, limit: ROWS_AT_ONCE })
  if (!start) return null
  const { places, state } = await docs.touched(
    planId,
    start,
    rows.map(({ seq, bytes }) => ({ seq, bytes })),
  )
  const found = await foundIn(deps, planId, reading, rows, places)
  if ((await store.saveFound(planId, reading, found)) === 'moved') return null
  const { seq } = found
  return { seq, state: { seq, bytes: state }, blocks: [], updates: [] }
}

async function foundIn(
  { log, store, nowMs }: LogReaderDeps,
  planId: PlanId,
  { seq: after, head, spell: begun }: Reading,
  rows: readonly HistoryRow[],
  places: readonly (readonly [place: string, seq: number])[],
): Promise<FoundInLog> {
  const seq = rows.at(-1)?.seq ?? after
  const { spell, ended } = followSpell(begun, rows)
  const isEnd = spell !== null && seq >= head && isOver(spell, nowMs())
  const moments = isEnd ? [...ended, endOf(spell)] : ended
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  return {
    seq,
    spell: isEnd ? null : spell,
    changes: places.flatMap(([place, at]) => {
      const row = bySeq.get(at)
      return row ? [{ place, userId: row.userId, timeMs: row.timeMs, seq: at }] : []
    }),
    versions: moments.length === 0 ? [] : await withWriters({ log, store }, planId, moments),
  }
}

async function withWriters(
  { log, store }: Pick<LogReaderDeps, 'log' | 'store'>,
  planId: PlanId,
  moments: readonly Moment[],
): Promise<FoundInLog['versions']> {
  const known = (await store.listVersions(planId)).map(({ seq }) => seq)
  const all = [...known, ...moments.map(({ seq }) => seq)]
  return Promise.all(
    moments.map(async ({ seq, timeMs }) => {
      const before = Math.max(0, ...all.filter((each) => each < seq))
      return { seq, timeMs, userIds: await writersBetween(log, planId, before, seq) }
    }),
  )
}

/** Who wrote after the one update, up to and with the other; who wrote last comes first. */
export async function writersBetween(
  log: Pick<UpdateLog, 'readHistory'>,
  planId: PlanId,
  after: number,
  upTo: number,
): Promise<readonly UserId[]> {
  const latest = new Map<UserId, number>()
  for (let reached = after; reached < upTo;) {
    const limit = Math.min(ROWS_AT_ONCE, upTo - reached)
    const rows = await log.readHistory(planId, { after: reached, limit })
    for (const { userId, seq } of rows) if (userId !== null) latest.set(userId, seq)
    if (rows.length === 0) break
    reached = rows.at(-1)?.seq ?? upTo
  }
  return [...latest].sort(([, one], [, other]) => other - one).map(([userId]) => userId)
}
