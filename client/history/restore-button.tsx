/** Going back: asks first, says what happens, and does it by one request. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { PlanMoment, Restoring } from '../../shared/api/history.ts'
import { restore } from '../api/history.ts'
import { versionsQuery } from '../api/history-queries.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import { useHistorySetting } from './history-setting.ts'
import { useWhenWords } from './moment-words.ts'
import styles from './restore-button.module.css'

interface RestoreButtonProps {
  readonly what: Restoring['what']
  /** What it becomes again. */
  readonly moment: PlanMoment
  /** What is restored, for those who hear the button without what stands round it. */
  readonly label?: string
  readonly children: ReactNode
}

export function RestoreButton({ what, moment, label, children }: RestoreButtonProps) {
  const [isAsking, setAsking] = useState(false)
  const hasRestored = useRef(false)
  useEffect(
    () => () => {
      // What was restored is not among the changes any more, and this button gone with it.
      if (hasRestored.current) keepFocus('#main h1')
    },
    [],
  )
  return (
    <>
      <Button
        icon="undo"
        size="small"
        {...(label !== undefined && { 'aria-label': label })}
        onPress={() => setAsking(true)}
      >
        {children}
      </Button>
      {isAsking && (
        <RestoreDialog
          what={what}
          moment={moment}
          onDone={() => (hasRestored.current = true)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface RestoreDialogProps extends Pick<RestoreButtonProps, 'what' | 'moment'> {
  readonly onDone: () => void
  readonly onClose: () => void
}

function RestoreDialog({ what, moment, onDone, onClose }: RestoreDialogProps) {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const whenWords = useWhenWords()
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const words = {
    plan: { title: t`Restore the plan?`, done: t`The plan is restored.` },
    section: { title: t`Restore this section?`, done: t`The section is restored.` },
    action: { title: t`Restore this action?`, done: t`The action is restored.` },
  }[what.kind]
  const restoring = useMutationOnce({
    mutationFn: () => restore(planId, { seq: moment.seq, what }),
    onSuccess: async () => {
      onDone()
      onClose()
      showNotice({
        words: words.done,
        action: { label: t`To the plan`, onPress: () => go(`/plans/${planId}`) },
      })
      await queries.invalidateQueries(versionsQuery(planId))
    },
  })
  const when = whenWords(moment.atMs)

  return (
    <ConfirmDialog
      title={words.title}
      button={t`Restore`}
      isPending={restoring.isPending}
      failure={restoring.isError ? failureWords(problemOf(restoring.error)) : null}
      onConfirm={() => restoring.mutate()}
      onClose={onClose}
    >
      <div className={styles['words']}>
        <p>
          {what.kind === 'plan' && (
            <Trans>All of the plan becomes as it was {when}, for everybody.</Trans>
          )}
          {what.kind === 'section' && (
            <Trans>The section becomes as it was {when}, for everybody. The rest stays.</Trans>
          )}
          {what.kind === 'action' && (
            <Trans>The action becomes as it was {when}, for everybody. The rest stays.</Trans>
          )}
        </p>
        <p>
          <Trans>
            Nothing is lost: the plan as it is now is kept as a version, and you can go back to it.
            Whoever is writing can go on.
          </Trans>
        </p>
      </div>
    </ConfirmDialog>
  )
}
