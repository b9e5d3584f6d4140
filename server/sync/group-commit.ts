/**
 * One transaction for everything that came in one turn of the event loop, while
 * the transaction before was under way, or soon after it was begun: an fsync, and
 * the way to the thread that makes it, cost the same for one letter as for a hundred
 * (rule W3). The more there was to store, the longer the next one waits; whoever types
 * alone does not.
 *
 * Order within a plan is the order of `push`. Nothing is told before the log
 * has said that it is stored.
 */
import { Failure } from '../../shared/failure.ts'
import {
  COMMIT_INTERVAL_PER_UPDATE_MS,
  MAX_COMMIT_INTERVAL_MS,
} from '../../shared/protocol/limits.ts'
import type { NewUpdate, OwnerChange, PlanBatch, UpdateLog } from './update-log.ts'

/** Something that waits for its place in a plan's log, or only for all before it. */
export interface Entry {
  /** null: nothing to store; it only has to come after what was pushed before. */
  readonly update: NewUpdate | null
  /** Whose client ids change with it. */
  readonly owners: OwnerChange | null
}

export interface GroupCommitDeps<E extends Entry> {
  readonly log: UpdateLog
  /** A clock that is set back makes nobody wait longer. */
  readonly nowMs: () => number
  /** Does something once, this much later. */
  readonly later: (afterMs: number, work: () => void) => void
  /** `first` is the seq of the first update among the entries; null when there is none. */
  onStored(planId: string, entries: readonly E[], first: number | null): void
  /** None of these entries is stored, and nobody was told that they are. */
  onFailed(planId: string, entries: readonly E[], failure: Failure): void
}

export class GroupCommit<E extends Entry> {
  readonly #deps: GroupCommitDeps<E>
  readonly #waiting = new Map<string, E[]>()
  readonly #holds = new Map<string, Promise<void>>()
  #running: Promise<void> | null = null
  #underWay: ReadonlySet<string> = new Set()
  /** Resolves when the next transaction is begun; null: none is to be. */
  #next: PromiseWithResolvers<void> | null = null
  /** When the latest transaction was begun, and how long after that the next one may be. */
  #begunAtMs = -Infinity
  #intervalMs = 0

  constructor(deps: GroupCommitDeps<E>) {
    this.#deps = deps
  }

  push(planId: string, entry: E): void {
    const waiting = this.#waiting.get(planId)
    if (waiting) waiting.push(entry)
    else this.#waiting.set(planId, [entry])
    this.#schedule()
  }

  /** Takes out what of a plan still waits: it will not be stored, and nobody is told of it. */
  withdraw(planId: string): readonly E[] {
    const waiting = this.#waiting.get(planId) ?? []
    this.#waiting.delete(planId)
    return waiting
  }

  /**
   * Keeps a plan's entries waiting, once those under way are settled, until the
   * returned function is called. For writers that need the head to stand still.
   */
  async hold(planId: string): Promise<() => void> {
    for (let held = this.#holds.get(planId); held; held = this.#holds.get(planId)) await held
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#holds.set(planId, promise)
    await this.#running
    return () => {
      this.#holds.delete(planId)
      resolve()
      this.#schedule()
    }
  }

  /** Resolves once everything of a plan is settled and nobody holds it. */
  async settled(planId: string): Promise<void> {
    const isBusy = () =>
      this.#waiting.has(planId) || this.#underWay.has(planId) || this.#holds.has(planId)
    while (isBusy()) await (this.#running ?? this.#holds.get(planId) ?? this.#next?.promise)
  }

  /** Resolves once everything is settled and nothing is held. */
  async drain(): Promise<void> {
    for (const planId of [...this.#waiting.keys(), ...this.#underWay, ...this.#holds.keys()]) {
      await this.settled(planId)
    }
  }

  #schedule(): void {
    if (this.#next || this.#running) return
    this.#next = Promise.withResolvers<void>()
    const passedMs = this.#deps.nowMs() - this.#begunAtMs
    const mustWait = passedMs >= 0 && passedMs < this.#intervalMs
    if (mustWait) this.#deps.later(this.#intervalMs - passedMs, () => this.#run())
    else setImmediate(() => this.#run())
  }

  #run(): void {
    this.#next?.resolve()
    this.#next = null
    this.#begunAtMs = this.#deps.nowMs()
    this.#running = this.#commit().finally(() => {
      this.#running = null
      this.#underWay = new Set()
      if (this.#hasReady()) this.#schedule()
    })
  }

  #hasReady(): boolean {
    return [...this.#waiting.keys()].some((planId) => !this.#holds.has(planId))
  }

  async #commit(): Promise<void> {
    const taken = [...this.#waiting].filter(([planId]) => !this.#holds.has(planId))
    for (const [planId] of taken) this.#waiting.delete(planId)
    this.#underWay = new Set(taken.map(([planId]) => planId))
    const batches = taken
      .map(([planId, entries]) => ({
        planId,
        updates: entries.flatMap(({ update }) => update ?? []),
        owners: entries.flatMap(({ owners }) => owners ?? []),
      }))
      .filter(({ updates, owners }) => updates.length + owners.length > 0)
    this.#intervalMs = intervalAfter(batches)

    try {
      const answers = batches.length === 0 ? [] : await this.#deps.log.append(batches)
      const byPlan = new Map(batches.map(({ planId }, index) => [planId, answers[index]]))
      for (const [planId, entries] of taken) {
        const answer = byPlan.get(planId)
        if (answer?.kind === 'plan-not-found') {
          this.#deps.onFailed(planId, entries, new Failure('plan-not-found', planId))
        } else {
          const hasUpdates = entries.some(({ update }) => update !== null)
          this.#deps.onStored(planId, entries, (hasUpdates && answer?.first) || null)
        }
      }
    } catch (error) {
      const failure = asFailure(error)
      for (const [planId, entries] of taken) this.#deps.onFailed(planId, entries, failure)
    }
  }
}

function intervalAfter(batches: readonly PlanBatch[]): number {
  const count = batches.reduce((sum, { updates }) => sum + updates.length, 0)
  return Math.min(count * COMMIT_INTERVAL_PER_UPDATE_MS, MAX_COMMIT_INTERVAL_MS)
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  return new Failure('server-error', 'the log failed', { cause: error })
}
