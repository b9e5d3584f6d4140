/** The threads of the open plan: one store for all parts of the page that show them. */
import { useEffect } from 'react'
import { createId } from '../../shared/ids.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { fetchThreads, markSeen, sayInThread, startThread } from '../api/threads.ts'
import { openDiscussDatabase } from '../open-plan/discuss-database.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { warnBeforeLeaving } from '../open-plan/surroundings.ts'
import { noteWordsInWindow } from '../open-plan/words-in-window.ts'
import { begunAnew, type PlanNow } from './begin-anew.ts'
import { broughtBackOf, ownDatabases, unfinishedOf } from './kept-in-window.ts'
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
  let wasHeld = false
  const { userId } = plan.entry.me
  const stops = [
    warnBeforeLeaving(() => threads.holdsUnkept),
    noteWordsInWindow({ userId, planId: plan.planId, holds: () => threads.holdsUnkept }),
  ]
  const endIfAlone = () => {
    // Words that are only here go on being sent.
    if (!wasHeld || holders > 0 || threads.holdsUnkept || stores.get(plan) !== held) return
    for (const stop of stops) stop()
    threads.close()
    stores.delete(plan)
  }
  // And once the school has them, nothing is wanted here any more.
  stops.push(threads.shown.subscribe(endIfAlone))
  const held: Held = {
    threads,
    hold() {
      wasHeld = true
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
  const { userId, memberId, name, role, isPublicComputer } = entry.me
  return createThreads({
    planId,
    epoch: entry.epoch,
    beginAnew: (thread) => begunAnew(thread, planNow(plan)),
    me: { memberId, name, role },
    api: {
      fetch: () => fetchThreads(entry),
      deliver: ({ words }) =>
        words.kind === 'thread'
          ? startThread(entry, words.thread)
          : sayInThread(entry, words.threadId, words.message),
      markSeen: (threadId, seq) => markSeen(entry, threadId, seq),
    },
    database: openDiscussDatabase<Said>(userId, ownDatabases()),
    isPublicComputer,
    connected: plan.connected,
    ending: plan.ending,
    unfinished: unfinishedOf(userId, planId),
    broughtBack: broughtBackOf(userId, planId),
    told: plan.threadsTold,
    nowMs: Date.now,
    createId: () => createId((count) => crypto.getRandomValues(new Uint8Array(count))),
  })
}

function planNow({ doc, entry: { epoch, template } }: OpenPlan): PlanNow {
  const known = findTemplate(template.id, template.version)
  const actions = known ? readPlan(doc, known).plan.actions : []
  return { doc, epoch, actionOf: (actionId) => actions.find(({ id }) => id === actionId) ?? null }
}
