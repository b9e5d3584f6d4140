/** Whoever comes to a plan by an address of words in it is led to them, once. */
import { useEffect, useRef } from 'react'
import { readPlace } from '../../shared/api/plan-address.ts'
import { type ActionId, isId } from '../../shared/ids.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { textEditingOf } from '../text/text-editing.ts'

export function useArrival(openAction: (id: ActionId, focus: null) => void): void {
  const plan = useOpenPlan()
  const hasArrived = useRef(false)

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
