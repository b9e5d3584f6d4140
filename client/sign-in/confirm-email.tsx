/** The link of a letter, in the browser of who asked for it: one button makes the address theirs. */
import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../api/request.ts'
import { confirmMyEmail } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { forgetFragmentToken } from '../ui/fragment-token.ts'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

export function ConfirmEmail({ token }: { readonly token: string }) {
  const queries = useQueryClient()
  const confirming = useMutationOnce({
    mutationFn: () => confirmMyEmail(token),
    onSuccess: () => {
      forgetFragmentToken('confirm')
      return queries.invalidateQueries({ queryKey: ['my-ways'] })
    },
    onError: (error) => {
      if (problemOf(error) === 'link-not-valid') forgetFragmentToken('confirm')
    },
  })

  if (confirming.isSuccess) {
    return (
      <output className={styles['done']}>
        <Trans>Your address is confirmed. You can sign in with it from now on.</Trans>
      </output>
    )
  }
  return (
    <div className={styles['form']}>
      <SignInProblem error={confirming.error} />
      {!confirming.isError && (
        <div>
          <Button
            tone="main"
            size="big"
            isPending={confirming.isPending}
            onPress={() => confirming.mutate()}
          >
            <Trans>Confirm my e-mail address</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}
