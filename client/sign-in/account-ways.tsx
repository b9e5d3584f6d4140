/** How I sign in, on the page of my account; opened by a letter's link it confirms my address first. */
import { ConfirmEmail } from './confirm-email.tsx'
import { SignInWays } from './sign-in-ways.tsx'

interface AccountWaysProps {
  /** Of a letter's link; null when none led here. */
  readonly token: string | null
}

export function AccountWays({ token }: AccountWaysProps) {
  return (
    <>
      {token !== null && <ConfirmEmail key={token} token={token} />}
      <SignInWays />
    </>
  )
}
