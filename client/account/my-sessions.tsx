/** Where I am signed in: this device and the others, each of which can be signed out from here. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { mySessionsQuery } from '../api/school-queries.ts'
import { endOtherSessions, endSession } from '../api/sessions.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import styles from './account.module.css'
import { SessionRow } from './session-row.tsx'

export function MySessions() {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const sessions = useQuery(mySessionsQuery)
  const ending = useMutationOnce({
    mutationFn: (sessionId: string | null) =>
      sessionId === null ? endOtherSessions() : endSession(sessionId),
    onSuccess: async (_ended, sessionId) => {
      setIsAsked(false)
      show({
        words:
          sessionId === null
            ? t`You are signed in here alone now.`
            : t`The other device is signed out. Plans that were open there are closed.`,
      })
      await queries.invalidateQueries(mySessionsQuery)
      keepFocus()
    },
  })
  const shown = sessions.data?.sessions ?? []
  const problem = sessions.error ?? ending.error
  const failure = problem && !isAsked ? failureWords(problemOf(problem)) : null
  const hasOthers = shown.some(({ isThis }) => !isThis)

  return (
    <section className={styles['part']} aria-labelledby="my-sessions">
      <h2 id="my-sessions">
        <Trans>Where I am signed in</Trans>
      </h2>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <ul className={styles['sessions']}>
        {shown.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            isPending={ending.isPending && ending.variables === session.sessionId}
            onEnd={() => ending.mutate(session.sessionId)}
          />
        ))}
      </ul>
      {hasOthers && (
        <div>
          <Button icon="sign-out" onPress={() => setIsAsked(true)}>
            <Trans>Sign out everywhere else</Trans>
          </Button>
        </div>
      )}
      {isAsked && (
        <ConfirmDialog
          title={t`Sign out everywhere else?`}
          button={t`Sign out everywhere else`}
          isPending={ending.isPending}
          failure={ending.isError ? failureWords(problemOf(ending.error)) : null}
          onConfirm={() => ending.mutate(null)}
          onClose={() => setIsAsked(false)}
        >
          <p>
            <Trans>
              Plans that are open there are closed at once. Words that a device has not sent yet
              stay on it until you sign in there again.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  )
}
