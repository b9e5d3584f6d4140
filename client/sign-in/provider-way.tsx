/**
 * The school's sign-in service: connected to me, or to be. Who has no password shows by it
 * that it is they who want to change how they sign in.
 */
import { Trans } from '@lingui/react/macro'
import { connectProvider } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

interface ProviderWayProps {
  readonly provider: { readonly name: string; readonly isConnected: boolean }
  /** Is a proof needed that only signing in there once more can give? */
  readonly needsProof: boolean
}

export function ProviderWay({ provider: { name, isConnected }, needsProof }: ProviderWayProps) {
  const going = useMutationOnce({
    mutationFn: connectProvider,
    onSuccess: ({ url }) => location.assign(url),
  })
  return (
    <section className={styles['section']} aria-labelledby="my-provider">
      <h3 id="my-provider">{name}</h3>
      {isConnected && (
        <p>
          <Trans>Connected. You can sign in with {name}.</Trans>
        </p>
      )}
      {isConnected && needsProof && (
        <p className={styles['note']}>
          <Trans>
            Before you add another way, sign in with {name} once more and come back here. So nobody
            else does it in your open browser.
          </Trans>
        </p>
      )}
      {(!isConnected || needsProof) && (
        <>
          <SignInProblem error={going.error} />
          <div>
            <Button
              iconAfter="arrow-right"
              isPending={going.isPending || going.isSuccess}
              onPress={() => going.mutate()}
            >
              {isConnected ? (
                <Trans>Sign in with {name} once more</Trans>
              ) : (
                <Trans>Connect {name}</Trans>
              )}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
