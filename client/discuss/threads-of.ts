/** The threads of the open plan: one store for all parts of the page that show them. */
import { useEffect } from 'react'
import { createId } from '../../shared/ids.ts'
import { fetchThreads, markSeen, sayInThread, startThread } from '../api/threads.ts'
import { openDiscussDatabase } from '../open-plan/discuss-database.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import type { Said } from './outbox.ts'
import { createThreads, type Threads } from './threads.ts'

interface Held {
  readonly threads: Threads
  /** @returns stop: when nobody holds them any more, they end. */
  readonly hold: () => () => void
}

const stores = new WeakMap<OpenPlan, Held>()

/** For as long as the component is there. They are asked for when they are first wanted. */
export function useThreads(plan: OpenPlan): Threads {
  const held = heldOf(plan)
  useEffect(() => held.hold(), [held])
  return held.threads
}

function heldOf(plan: OpenPlan): Held {
  const known = stores.get(plan)
  if (known) return known
  const threads = threadsAt(plan)
  let holders = 0
  const endIfAlone = () => {
    if (holders > 0) return
    threads.close()
    stores.delete(plan)
  }
  const held: Held = {
    threads,
    hold() {
      holders += 1
      return () => {
        holders -= 1
        // Another part of the page may take them up in the same moment.
        setTimeout(endIfAlone)
      }
    },
  }
  stores.set(plan, held)
  return held
}

function threadsAt(plan: OpenPlan): Threads {
  const { planId, entry } = plan
  const { userId, memberId, name, role } = entry.me
  return createThreads({
    planId,
    epoch: entry.epoch,
    me: { memberId, name, role },
    api: {
      fetch: () => fetchThreads(planId),
      deliver: ({ words }) =>
        words.kind === 'thread'
          ? startThread(planId, words.thread)
          : sayInThread(planId, words.threadId, words.message),
      markSeen: (threadId, seq) => markSeen(planId, threadId, seq),
    },
    database: openDiscussDatabase<Said>(userId, ownDatabases()),
    connected: plan.connected,
    told: plan.threadsTold,
    nowMs: Date.now,
    createId: () => createId((count) => crypto.getRandomValues(new Uint8Array(count))),
  })
}

function ownDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
