/** The school's sign-in service: connected to me, or to be. */
import { Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { connectProvider } from '../api/sign-in.ts'
import { Button } from '../ui/button.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

interface ProviderWayProps {
  readonly provider: { readonly name: string; readonly isConnected: boolean }
}

export function ProviderWay({ provider: { name, isConnected } }: ProviderWayProps) {
  const connecting = useMutation({
    mutationFn: connectProvider,
    onSuccess: ({ url }) => location.assign(url),
  })
  return (
    <section className={styles['section']} aria-labelledby="my-provider">
      <h3 id="my-provider">{name}</h3>
      {isConnected ? (
        <p>
          <Trans>Connected. You can sign in with {name}.</Trans>
        </p>
      ) : (
        <>
          <SignInProblem error={connecting.error} />
          <div>
            <Button
              iconAfter="arrow-right"
              isPending={connecting.isPending || connecting.isSuccess}
              onPress={() => connecting.mutate()}
            >
              <Trans>Connect {name}</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
