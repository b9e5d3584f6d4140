/** Coming in as the one who is signed in: one button, and a way out for somebody else. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { meQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './join-page.module.css'
import { JoinProblem } from './join-problem.tsx'
import type { DeviceCopies } from './sign-out-dialog.tsx'
import { useJoining } from './use-joining.ts'
import { lazyPart } from '../ui/lazy-part.ts'

const SignOutDialog = lazyPart(() =>
  import('./sign-out-dialog.tsx').then(({ SignOutDialog: dialog }) => dialog),
)

interface JoinAsMyselfProps {
  readonly token: string
  readonly name: string
  readonly copiesOf: (userId: string) => DeviceCopies
  readonly onFailed: () => void
}

export function JoinAsMyself({ token, name, copiesOf, onFailed }: JoinAsMyselfProps) {
  const { language } = useLanguage()
  const joining = useJoining(onFailed)
  const user = useQuery(meQuery).data?.user ?? null
  const [isLeaving, setIsLeaving] = useState(false)

  return (
    <div className={styles['form']}>
      <JoinProblem error={joining.error} />
      <div className={styles['buttons']}>
        <Button
          tone="main"
          size="big"
          iconAfter="arrow-right"
          isPending={joining.isPending || joining.isSuccess}
          onPress={() => joining.mutate({ token, name: null, language })}
        >
          <Trans>Join as {name}</Trans>
        </Button>
        {user && (
          <Button tone="quiet" onPress={() => setIsLeaving(true)}>
            <Trans>I am somebody else</Trans>
          </Button>
        )}
      </div>
      {user && isLeaving && (
        <Suspense fallback={null}>
          <SignOutDialog
            copies={copiesOf(user.userId)}
            leadsTo="/join"
            onClose={() => setIsLeaving(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
