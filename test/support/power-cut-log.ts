/**
 * An UpdateLog on a disk with a cache: what was not synced is gone when the power
 * goes. `append` resolves only after the sync, as the port demands; the test
 * says when it comes, and when the power goes.
 */
import { Failure } from '../../shared/failure.ts'
import { createMemoryUpdateLog } from '../../server/storage/memory-update-log.ts'
import type { Appended, PlanBatch, UpdateLog } from '../../server/sync/update-log.ts'

export interface PowerCutLog extends UpdateLog {
  addPlan(planId: string): void
  /** Appends that are in the cache and not synced. */
  waiting(): number
  /** Makes durable what is in the cache, and tells those who wait. */
  sync(): Promise<void>
  /** The power goes: the cache is lost, and whoever waits or comes is told so. */
  cut(): void
  powerOn(): void
}

interface Cached {
  readonly batches: readonly PlanBatch[]
  readonly resolve: (answers: readonly Appended[]) => void
  readonly reject: (failure: Failure) => void
}

export function createPowerCutLog(): PowerCutLog {
  const durable = createMemoryUpdateLog()
  const cache: Cached[] = []
  let isOn = true

  return {
    ...durable,
    append: (batches) =>
      new Promise((resolve, reject) => {
        if (isOn) cache.push({ batches, resolve, reject })
        else reject(gone())
      }),
    waiting: () => cache.length,
    async sync() {
      for (const { batches, resolve } of cache.splice(0)) resolve(await durable.append(batches))
    },
    cut() {
      isOn = false
      for (const { reject } of cache.splice(0)) reject(gone())
    },
    powerOn() {
      isOn = true
    },
  }
}

function gone(): Failure {
  return new Failure('storage-unavailable', 'the power went')
}
