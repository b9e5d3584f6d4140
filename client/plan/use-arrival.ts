/** Whoever comes to a plan by an address of words in it is led there, once; of a thread, each time. */
import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import { readPlace, readThreadId } from '../../shared/api/plan-address.ts'
import { type ActionId, isId } from '../../shared/ids.ts'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { textEditingOf } from '../text/text-editing.ts'

export function useArrival(openAction: (id: ActionId, focus: null) => void): void {
  const plan = useOpenPlan()
  const hasArrived = useRef(false)

  // Again and again: what waits for one (client/inbox) is opened from this very page too.
  const search = useSearch()
  useEffect(() => {
    const threadId = readThreadId(`?${search}`)
    if (threadId === null) return
    hasArrived.current = true
    history.replaceState(history.state, '', location.pathname)
    discussWishOf(plan).set({ kind: 'show', threadId })
  }, [plan, search])

  useEffect(() => {
    const place = readPlace(location.hash)
    if (!place || hasArrived.current) return
    hasArrived.current = true
    // Reloading leads back to where one was, not here again.
    history.replaceState(history.state, '', location.pathname)
    const [owner = ''] = place.textId.split('.')
    const actionId = isId(owner) ? (owner as ActionId) : null
    void import('./go-to-words.ts').then(({ goToWords }) =>
      goToWords(
        { ...place, actionId },
        { editing: textEditingOf(plan), openAction: (id) => openAction(id, null) },
      ),
    )
  }, [plan, openAction])
}
