/** To the school's own sign-in service and back. */
import { Trans } from '@lingui/react/macro'
import type { ProviderSignIn } from '../../shared/api/sign-in.ts'
import { beginAtProvider } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

interface ProviderButtonProps {
  readonly name: string
  readonly wanted: ProviderSignIn
}

export function ProviderButton({ name, wanted }: ProviderButtonProps) {
  const going = useMutationOnce({
    mutationFn: () => beginAtProvider(wanted),
    onSuccess: ({ url }) => location.assign(url),
  })
  return (
    <div className={styles['provider']}>
      <Button
        size="big"
        iconAfter="arrow-right"
        isPending={going.isPending || going.isSuccess}
        onPress={() => going.mutate()}
      >
        <Trans>Sign in with {name}</Trans>
      </Button>
      <SignInProblem error={going.error} />
      <p className={styles['or']}>
        <span>
          <Trans>or</Trans>
        </span>
      </p>
    </div>
  )
}
