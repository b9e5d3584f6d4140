/**
 * After an undo people see what was undone: its action opens, its field comes into view. An
 * action that went back to where it was, or is there again, takes the focus along and is told
 * of, unless one is writing elsewhere.
 */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { type ActionId, isId } from '../../shared/ids.ts'
import type { OpenedAction } from '../actions/opened-action.ts'
import type { Place } from '../open-plan/place-of.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import type { MapSection } from './plan-map.ts'

/** @param sections as they are drawn; after an undo that is a frame later. */
export function useJumpToUndone(
  sections: readonly MapSection[],
  { open, follow }: Pick<OpenedAction, 'open' | 'follow'>,
): void {
  const { t } = useLingui()
  const { undo } = useOpenPlan()
  const announce = useAnnounce()
  const drawn = useRef(sections)
  const undone = useRef<UndoneAction | null>(null)

  useEffect(
    () =>
      undo.onJump((place) => {
        const actionId = actionOf(place)
        if (actionId && place.kind === 'text') open(actionId, null)
        if (actionId && place.kind === 'action') {
          undone.current = {
            actionId,
            before: sectionOf(drawn.current, actionId),
            hadFocus: document.activeElement !== document.body,
          }
        }
        const id = actionId ? `action-${actionId}` : place.kind === 'text' ? place.fieldId : ''
        // The card is drawn in the next frame.
        requestAnimationFrame(() => bringIntoView(id))
      }),
    [undo, open],
  )

  useEffect(() => {
    drawn.current = sections
    if (!undone.current) return
    const { actionId, before, hadFocus } = undone.current
    undone.current = null
    const now = sectionOf(sections, actionId)
    if (!now) return
    const { title } = now
    const isElsewhere = now.id !== before?.id
    if (isElsewhere) announce(before ? t`Moved to ${title}` : t`The action is back`)
    // Drawn anew at its place, it has lost the focus that was in it.
    const isLost = hadFocus && document.activeElement === document.body
    if (isLost || (isElsewhere && !isWritingOutside(actionId))) follow(actionId)
    bringIntoView(`action-${actionId}`)
  }, [sections, follow, announce, t])
}

interface UndoneAction {
  readonly actionId: ActionId
  /** Where it was drawn before; null: it was deleted. */
  readonly before: MapSection | null
  readonly hadFocus: boolean
}

function sectionOf(sections: readonly MapSection[], actionId: ActionId): MapSection | null {
  return sections.find(({ actions }) => actions.some(({ id }) => id === actionId)) ?? null
}

function bringIntoView(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
}

/** A caret is not taken out of its words. */
function isWritingOutside(actionId: ActionId): boolean {
  const { activeElement } = document
  const isText = activeElement?.matches('[role="textbox"], [data-plan-undo]') === true
  return isText && activeElement.closest(`[data-action-id="${actionId}"]`) === null
}

/** The action that a place is in, if any: the texts of actions are named `<actionId>.<name>`. */
function actionOf(place: Place): ActionId | null {
  const id = place.kind === 'action' ? place.actionId : (place.fieldId.split('.')[0] ?? '')
  return isId(id) ? (id as ActionId) : null
}
