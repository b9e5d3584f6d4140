/**
 * Opened by a link that signs in: one button. It waits to be pressed, because mail
 * programs open what they find, and says whom it takes the place of.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { signInByLink } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { forgetFragmentToken } from '../ui/fragment-token.ts'
import { PublicComputerBox } from './public-computer-box.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

interface LinkDoorProps {
  readonly token: string
  /** Away with the link: the other doors. */
  readonly onGone: () => void
}

export function LinkDoor({ token, onGone }: LinkDoorProps) {
  const { t } = useLingui()
  const user = useQuery(meQuery).data?.user ?? null
  const [publicComputer, setPublicComputer] = useState(false)
  const entering = useMutationOnce({
    mutationFn: () => signInByLink({ token, publicComputer }),
    onSuccess: ({ to }) => {
      forgetFragmentToken('sign-in')
      // A fresh page: nothing stays in memory of whoever was here before.
      location.replace(to)
    },
  })
  const isOver = entering.isError && problemOf(entering.error) === 'link-not-valid'
  const leave = () => {
    forgetFragmentToken('sign-in')
    onGone()
  }

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>
          <Trans>Welcome back</Trans>
        </h1>
        {user && !user.example && (
          <p className={styles['lede']}>
            <Trans>
              You are signed in as {user.name} here. The link signs you out and lets the person in
              whom it is for.
            </Trans>
          </p>
        )}
      </div>
      {isOver ? (
        <>
          <SignInProblem error={entering.error} />
          <div>
            <Button tone="main" onPress={leave}>
              {t`To the sign-in page`}
            </Button>
          </div>
        </>
      ) : (
        <>
          <PublicComputerBox isChecked={publicComputer} onChange={setPublicComputer} />
          <SignInProblem error={entering.error} />
          <div className={styles['buttons']}>
            <Button
              tone="main"
              size="big"
              iconAfter="arrow-right"
              isPending={entering.isPending || entering.isSuccess}
              onPress={() => entering.mutate()}
            >
              <Trans>Sign in</Trans>
            </Button>
            <Button tone="quiet" size="big" onPress={leave}>
              <Trans>Come in another way</Trans>
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
