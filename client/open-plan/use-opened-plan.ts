/**
 * Opens a plan for as long as its page is there, and afresh when its document had
 * to be set aside: with a new document and a new client id.
 */
import { useEffect, useState } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { createObservable } from './observable.ts'
import { type OpenPlan, openPlan, type ReplacedReason } from './open-plan.ts'
import { useObservable } from './use-observable.ts'

/**
 * @param entry fetched anew, it opens the plan anew.
 * @param onNotice rights or the epoch changed: fetch the entry again.
 * @returns null until it is open.
 */
export function useOpenedPlan(entry: PlanEntry, onNotice: () => void): OpenPlan | null {
  const [opened] = useState(() => createObservable<OpenPlan | null>(null))
  const [round, setRound] = useState<Round>(FIRST_ROUND)

  useEffect(() => {
    const readOnly = round.deniedWith === entry
    const plan = openPlan({ planId: entry.planId, entry, readOnly, onNotice })
    const stop = plan.replaced.subscribe(() => setRound((last) => nextRound(last, plan)))
    opened.set(plan)
    return () => {
      stop()
      opened.set(null)
      void plan.close()
    }
  }, [entry, onNotice, round, opened])

  return useObservable(opened)
}

/** One opening of a plan; a new object is a new opening. */
interface Round {
  /** The server did not take what this entry says one may; a newer entry may say it again. */
  readonly deniedWith: PlanEntry | null
}

const FIRST_ROUND: Round = { deniedWith: null }

/**
 * Without the plan or the right to see it there is nothing to open; a new epoch waits for its
 * entry.
 */
const NOT_AFRESH: readonly ReplacedReason[] = ['epoch-changed', 'plan-not-found', 'not-found']

function nextRound(last: Round, { entry, replaced, ending }: OpenPlan): Round {
  const reason = replaced.get()
  if (reason === null || NOT_AFRESH.includes(reason)) return last
  if (reason === 'access-denied' && ending.get() !== null) return last
  return { deniedWith: reason === 'access-denied' ? entry : last.deniedWith }
}
