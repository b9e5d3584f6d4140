/** The threads of the open plan: one store for all parts of the page that show them. */
import { createId } from '../../shared/ids.ts'
import { fetchThreads, markSeen, sayInThread, startThread } from '../api/threads.ts'
import { openDiscussDatabase } from '../open-plan/discuss-database.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import type { Said } from './outbox.ts'
import { createThreads, type Threads } from './threads.ts'

const stores = new WeakMap<OpenPlan, Threads>()

/** Asks for the threads when it is first wanted. */
export function threadsOf(plan: OpenPlan): Threads {
  const known = stores.get(plan)
  if (known) return known
  const { planId, entry } = plan
  const { userId, memberId, name, role } = entry.me
  const threads = createThreads({
    planId,
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
  stores.set(plan, threads)
  return threads
}

/** The page is gone. */
export function endThreadsOf(plan: OpenPlan): void {
  stores.get(plan)?.close()
  stores.delete(plan)
}

function ownDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
