/** The pages of signing in, by their addresses. */
import { type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { PersonalInvitationPage } from './personal-invitation-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

interface SignInPagesProps {
  /** The dialog that signs this person out and leads to an address. */
  readonly renderSignOut: (userId: string, onClose: () => void, leadsTo?: string) => ReactNode
}

export function SignInPages({ renderSignOut }: SignInPagesProps) {
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage
          renderSignOut={(...asked) => (
            <Suspense fallback={null}>{renderSignOut(...asked)}</Suspense>
          )}
        />
      </Route>
      <Route>
        <PersonalInvitationPage
          renderSignOut={(userId, onClose) => (
            <Suspense fallback={null}>{renderSignOut(userId, onClose, '/invitation')}</Suspense>
          )}
        />
      </Route>
    </Switch>
  )
}
