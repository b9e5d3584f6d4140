/** Somebody deleted the action that stands open here: says so, and offers it back. */
import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { showAction } from '../../shared/plan/change-action.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { actionMap } from '../../shared/plan/plan-doc.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { OpenedAction } from '../actions/opened-action.ts'
import { whenBack } from '../actions/when-back.ts'
import { ORIGINS } from '../open-plan/origins.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useNotice } from '../ui/notice.tsx'

/** Nothing is said of one's own deleting, undone and redone included. */
export function useGoneAction(
  { deletedActions }: Pick<Plan, 'deletedActions'>,
  { openId, forget, follow }: OpenedAction,
): void {
  const { t } = useLingui()
  const { doc, undo } = useOpenPlan()
  const showNotice = useNotice()
  const isOwn = useIsOwnDeleting(doc, openId)
  const gone = deletedActions.find(({ id }) => id === openId)

  useEffect(() => {
    if (!gone) return
    forget()
    // It was in the card that went; elsewhere it stays where it is.
    if (document.activeElement === document.body) {
      document.getElementById(`actions-${gone.commitment}`)?.focus()
    }
    if (isOwn()) return
    const title = oneLine(gone.texts.title) || t`Action without a name`
    showNotice({
      words: t`Somebody deleted “${title}” while it was open here. Everything in it is kept.`,
      action: {
        label: t`Bring back`,
        onPress() {
          undo.stopCapturing()
          showAction(doc, gone.id, ORIGINS.ui)
          follow(gone.id)
        },
      },
      until: (onOver) => whenBack(doc, gone.id, onOver),
    })
  }, [gone, doc, undo, forget, follow, showNotice, isOwn, t])
}

/** Was the open action last deleted, or shown, from this window? */
function useIsOwnDeleting(doc: Y.Doc, openId: string | null): () => boolean {
  const isOwn = useRef(false)
  useEffect(() => {
    isOwn.current = false
    const note = ({ local, changed }: Y.Transaction) => {
      const action: unknown = openId === null ? null : actionMap(doc, openId)
      const keys = [...changed].find(([type]: readonly unknown[]) => type === action)?.[1]
      if (keys?.has('deletedAt')) isOwn.current = local
    }
    doc.on('afterTransaction', note)
    return () => doc.off('afterTransaction', note)
  }, [doc, openId])
  return useCallback(() => isOwn.current, [])
}
