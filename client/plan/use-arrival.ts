/** Whoever comes to a plan by an address of words, or of a thread, in it is led there, once. */
import { useEffect, useRef } from 'react'
import { readPlace, readThreadId } from '../../shared/api/plan-address.ts'
import { type ActionId, isId } from '../../shared/ids.ts'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { textEditingOf } from '../text/text-editing.ts'

export function useArrival(openAction: (id: ActionId, focus: null) => void): void {
  const plan = useOpenPlan()
  const hasArrived = useRef(false)

  useEffect(() => {
    const threadId = readThreadId(location.search)
    if (threadId !== null && !hasArrived.current) {
      hasArrived.current = true
      history.replaceState(history.state, '', location.pathname)
      discussWishOf(plan).set({ kind: 'show', threadId })
      return
    }
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
