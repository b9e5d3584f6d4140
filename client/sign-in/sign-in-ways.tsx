/**
 * How I sign in, as a section of a page: my address, my password, the school's
 * sign-in service. For real people only; the page around it says who that is.
 */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { fetchMyWays } from '../api/sign-in.ts'
import { EmailWay } from './email-way.tsx'
import { PasswordWay } from './password-way.tsx'
import { ProviderWay } from './provider-way.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

export function SignInWays() {
  const ways = useQuery({ queryKey: ['my-ways'], queryFn: fetchMyWays, staleTime: 0 })
  const { data } = ways

  return (
    <section className={styles['form']} aria-labelledby="sign-in-ways">
      <h2 id="sign-in-ways" className={styles['heading']}>
        <Trans>How I sign in</Trans>
      </h2>
      <p className={styles['note']}>
        <Trans>
          This browser remembers you as it is. With an address you can come in from another device
          too.
        </Trans>
      </p>
      {ways.isError && <SignInProblem error={ways.error} />}
      {data && (
        <div className={styles['sections']}>
          <EmailWay ways={data} />
          <PasswordWay ways={data} />
          {data.provider && (
            <ProviderWay
              provider={data.provider}
              needsProof={data.needsProof && !data.hasPassword}
            />
          )}
        </div>
      )}
    </section>
  )
}
