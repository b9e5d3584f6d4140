/**
 * What a coordinator can do with a plan of the list: close, archive, delete, and take
 * each back. What can be taken back is done at once, with a way back; deleting is asked.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { PlanState } from '../../shared/access/policy.ts'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { savePlanState } from '../api/plan-people.ts'
import { plansQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { useNotice } from '../ui/notice.tsx'

interface OpenSettleMenuProps {
  readonly plan: PlanSummary
  readonly title: string
  readonly label: string
  readonly schoolId: string
}

export function OpenSettleMenu({ plan, title, label, schoolId }: OpenSettleMenuProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const [isAsked, setIsAsked] = useState(false)
  const settling = useSettling(plan, title, schoolId)
  const settle = (state: PlanState) => () => settling.mutate(state)
  const failure = settling.isError ? failureWords(problemOf(settling.error)) : null

  return (
    <>
      <MenuTrigger defaultOpen>
        <IconButton icon="more" label={label} />
        <MenuBox aria-label={title}>
          {plan.state !== 'active' && (
            <MenuChoice icon="pen" onAction={settle('active')} hint={t`It can be written in`}>
              {t`Open for writing again`}
            </MenuChoice>
          )}
          {plan.state !== 'closed' && (
            <MenuChoice icon="check" onAction={settle('closed')} hint={t`It can only be read`}>
              {t`Close the plan`}
            </MenuChoice>
          )}
          {plan.state !== 'archived' && (
            <MenuChoice
              icon="download"
              onAction={settle('archived')}
              hint={t`Out of the way, and only read`}
            >
              {t`Archive`}
            </MenuChoice>
          )}
          <MenuChoice icon="trash" onAction={() => setIsAsked(true)}>
            {t`Delete`}
          </MenuChoice>
        </MenuBox>
      </MenuTrigger>
      {isAsked && (
        <ConfirmDialog
          title={t`Delete “${title}”?`}
          button={t`Delete the plan`}
          isPending={settling.isPending}
          failure={failure}
          onConfirm={settle('deleted')}
          onClose={() => setIsAsked(false)}
        >
          <p>
            <Trans>
              Nobody can open it any more, and whoever has it open is put out. For 30 days you find
              it under “Deleted plans” and can restore it. Then it is gone for good.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}

function useSettling(plan: PlanSummary, title: string, schoolId: string) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const askAnew = () => queries.invalidateQueries({ queryKey: plansQuery(schoolId).queryKey })
  const words: Readonly<Record<PlanState, string>> = {
    active: t`“${title}” can be written in again.`,
    closed: t`“${title}” is closed.`,
    archived: t`“${title}” is archived.`,
    deleted: t`“${title}” is deleted.`,
  }
  return useMutationOnce({
    mutationFn: (state: PlanState) => savePlanState(plan.planId, state),
    onSuccess: async (_done, state) => {
      const undo = () => void savePlanState(plan.planId, plan.state).then(askAnew, askAnew)
      show({ words: words[state], action: { label: t`Undo`, onPress: undo } })
      await askAnew()
      keepFocus()
    },
    // Also said at the foot: the menu that it came from has closed.
    onError: (error) => show({ words: failureWords(problemOf(error)).title }),
  })
}
