/** My account, put together: what I am called, where I am signed in, and how I sign in. */
import { AccountPage } from './account/account-page.tsx'
import { MyAccountMenu } from './my-account-menu.tsx'
import { EmailArrival } from './sign-in/email-arrival.tsx'
import { ExampleWays } from './sign-in/example-ways.tsx'
import { SignInWays } from './sign-in/sign-in-ways.tsx'

export function MyAccountPage() {
  return (
    <AccountPage
      account={<MyAccountMenu />}
      renderArrival={(isSignedIn) => <EmailArrival isSignedIn={isSignedIn} />}
      renderWays={(isExample) => (isExample ? <ExampleWays /> : <SignInWays />)}
    />
  )
}
