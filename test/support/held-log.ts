/** An UpdateLog whose commits the test lets through, or lets fail, one by one. */
import type { Failure } from '../../shared/failure.ts'
import type { Appended, PlanBatch, UpdateLog } from '../../server/sync/update-log.ts'

export interface HeldLog extends UpdateLog {
  /** Commits that wait. */
  waiting(): number
  /** Lets the oldest commit through. */
  release(): Promise<void>
  /** Lets the oldest commit fail; nothing of it is stored. */
  fail(failure: Failure): void
  /** From now on every commit goes through at once. */
  letGo(): Promise<void>
}

export function createHeldLog(log: UpdateLog): HeldLog {
  const held: {
    readonly commit: () => Promise<void>
    readonly reject: (failure: Failure) => void
  }[] = []
  let isHolding = true

  const hold = (batches: readonly PlanBatch[]) =>
    new Promise<readonly Appended[]>((resolve, reject) => {
      held.push({ commit: async () => resolve(await log.append(batches)), reject })
    })

  return {
    ...log,
    append: (batches) => (isHolding ? hold(batches) : log.append(batches)),
    waiting: () => held.length,
    release: async () => held.shift()?.commit(),
    fail: (failure) => held.shift()?.reject(failure),
    async letGo() {
      isHolding = false
      for (const { commit } of held.splice(0)) await commit()
    },
  }
}
