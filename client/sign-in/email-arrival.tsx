/** The account page, opened by a letter's link: it confirms my address, once I am signed in. */
import { Trans } from '@lingui/react/macro'
import { useFragmentToken } from '../ui/fragment-token.ts'
import { ConfirmEmail } from './confirm-email.tsx'

/** Nothing for those who came another way. */
export function EmailArrival({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const token = useFragmentToken('confirm')
  if (isSignedIn) return token === null ? null : <ConfirmEmail key={token} token={token} />
  return token === null ? (
    <Trans>Here you choose how you sign in.</Trans>
  ) : (
    <Trans>
      To confirm your address, open this link in the browser where you are signed in, or sign in
      here.
    </Trans>
  )
}
