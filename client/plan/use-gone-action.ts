/** Somebody deleted the action that stands open here: says so, and offers it back. */
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { Plan } from '../../shared/plan/plan.ts'
import { showAction } from '../../shared/plan/change-action.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { OpenedAction } from '../actions/opened-action.ts'
import { ORIGINS } from '../open-plan/origins.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useNotice } from '../ui/notice.tsx'

/** One's own deleting closes the card first, so what is open and gone was deleted by another. */
export function useGoneAction({ deletedActions }: Plan, { openId, forget }: OpenedAction): void {
  const { t } = useLingui()
  const { doc, undo } = useOpenPlan()
  const showNotice = useNotice()
  const gone = deletedActions.find(({ id }) => id === openId)

  useEffect(() => {
    if (!gone) return
    forget()
    document.getElementById(`actions-${gone.commitment}`)?.focus()
    // 0: its making was undone here, by the person themselves.
    if (gone.deletedAtMs === 0) return
    const title = oneLine(gone.texts.title) || t`Action without a name`
    showNotice({
      words: t`Somebody deleted “${title}” while it was open here. Everything in it is kept.`,
      action: {
        label: t`Bring back`,
        onPress() {
          undo.stopCapturing()
          showAction(doc, gone.id, ORIGINS.ui)
        },
      },
    })
  }, [gone, doc, undo, forget, showNotice, t])
}
