/** After an undo people see what was undone: its action opens, its field comes into view. */
import { useEffect } from 'react'
import type { ActionId } from '../../shared/ids.ts'
import { isId } from '../../shared/ids.ts'
import type { Place } from '../open-plan/place-of.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

export function useJumpToUndone(open: (id: ActionId, focus: null) => void): void {
  const { undo } = useOpenPlan()

  useEffect(
    () =>
      undo.onJump((place) => {
        const actionId = actionOf(place)
        if (actionId && place.kind === 'text') open(actionId, null)
        const id = actionId ? `action-${actionId}` : place.kind === 'text' ? place.fieldId : ''
        // The card is drawn in the next frame.
        requestAnimationFrame(() =>
          document.getElementById(id)?.scrollIntoView({ block: 'nearest' }),
        )
      }),
    [undo, open],
  )
}

/** The action that a place is in, if any: the texts of actions are named `<actionId>.<name>`. */
function actionOf(place: Place): ActionId | null {
  const id = place.kind === 'action' ? place.actionId : (place.fieldId.split('.')[0] ?? '')
  return isId(id) ? (id as ActionId) : null
}
