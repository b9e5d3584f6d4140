/**
 * Tells clients of ours what they should read, when a room has gone quiet: twice,
 * since a client believes only what it has seen twice (rule D4). What it costs is one
 * reading of the plan in the doc thread, which its summary needs anyway.
 */
import type { ReadPlan } from './plan-reader.ts'
import type { Room } from './room.ts'
import type { SyncLogger } from './sync-logger.ts'

export interface HashTellerDeps {
  readonly find: (planId: string) => Room | null
  readonly readPlan: (planId: string) => Promise<ReadPlan>
  readonly logger: SyncLogger
  /** Without a commit, and between the two times. */
  readonly quietMs: number
}

export interface HashTeller {
  /** Something was committed: tells when nothing more comes. */
  expectQuiet(planId: string): void
  close(): void
}

const TIMES = 2

export function createHashTeller(deps: HashTellerDeps): HashTeller {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; told: number }>()

  const forget = (planId: string) => {
    clearTimeout(waiting.get(planId)?.timer)
    waiting.delete(planId)
  }
  const tell = async (planId: string) => {
    const expected = waiting.get(planId)
    const outcome = await tellRoom(deps, planId)
    // A commit that came meanwhile has begun the wait anew.
    if (!expected || waiting.get(planId) !== expected || outcome === 'moved') return
    expected.told += 1
    if (outcome === 'nobody' || expected.told >= TIMES) forget(planId)
    else expected.timer.refresh()
  }

  return {
    expectQuiet(planId) {
      const expected = waiting.get(planId)
      if (expected) {
        expected.told = 0
        expected.timer.refresh()
      } else {
        const timer = setTimeout(() => void tell(planId), deps.quietMs)
        waiting.set(planId, { timer, told: 0 })
      }
    },
    close() {
      for (const planId of Array.from(waiting.keys())) forget(planId)
    },
  }
}

/** Never throws. 'nobody': no one is there, or there is nothing that one could rely on. */
async function tellRoom(
  deps: HashTellerDeps,
  planId: string,
): Promise<'told' | 'moved' | 'nobody'> {
  const room = deps.find(planId)
  if (!room || room.connections.size === 0) return 'nobody'
  try {
    const { seq, documentHash } = await deps.readPlan(planId)
    if (documentHash === null || room.endedWith) return 'nobody'
    // Clients have been shown more by now than the hash speaks of.
    if (room.content.seq !== seq) return 'moved'
    room.tellContentHash({ seq, contentHash: documentHash })
    return 'told'
  } catch (error) {
    deps.logger.warn({ planId, err: error }, 'what clients should read could not be worked out')
    return 'nobody'
  }
}
