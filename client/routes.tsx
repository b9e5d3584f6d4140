/** Which page an address shows. Each is loaded when it is wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { beginPlanEntry } from './api/plans.ts'
import { deviceCopies } from './on-this-device.ts'
import { lazyPage } from './ui/lazy-page.tsx'
import { lazyPart } from './ui/lazy-part.ts'
import { EmptyState } from './ui/empty-state.tsx'
import { LinkButton } from './ui/link-button.tsx'
import { Page } from './ui/page.tsx'
import { loadWordsOf, useLanguage } from './words/language.tsx'

const Home = lazy(() => import('./home.tsx').then(({ Home: page }) => ({ default: page })))
const planPage = lazyPage(() => import('./plan/plan-page.tsx').then(({ PlanPage: page }) => page))
const SetUpPage = lazy(() =>
  import('./people/set-up-page.tsx').then(({ SetUpPage: page }) => ({ default: page })),
)
const JoinPage = lazy(() =>
  import('./people/join-page.tsx').then(({ JoinPage: page }) => ({ default: page })),
)

const PupilsPage = lazy(async () => {
  const [{ PupilsPage: page }] = await Promise.all([
    import('./pupils/pupils-page.tsx'),
    loadWordsOf('pupils'),
  ])
  return { default: page }
})
const SignInPages = lazy(async () => {
  const [{ SignInPages: pages }] = await Promise.all([
    import('./sign-in/sign-in-pages.tsx'),
    loadWordsOf('sign-in'),
  ])
  return { default: pages }
})

const SignOutDialog = lazyPart(() =>
  import('./people/sign-out-dialog.tsx').then(({ SignOutDialog: dialog }) => dialog),
)

/** The second is for the wall of a Norwegian classroom: sharing/door-address.ts. */
const PUPILS_PATHS = /^\/(?:pupils|kode)\/?$/

/**
 * Loads the heaviest page, when it is wanted, and what it asks first, beside what must be known
 * before anything is drawn.
 */
export async function prepareRoute(path: string): Promise<void> {
  const planId = /^\/plans\/([^/]+)$/.exec(path)?.[1]
  if (planId === undefined) return
  beginPlanEntry(decodeURIComponent(planId))
  await planPage.prepare()
}

export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <Home />
        </Route>
        <Route path="/set-up">
          <SetUpPage />
        </Route>
        <Route path="/join">
          <JoinPage copiesOf={deviceCopies} />
        </Route>
        <Route path={PUPILS_PATHS}>
          <PupilsPage renderSignOut={renderSignOut} />
        </Route>
        <Route path={/^\/(?:sign-in|account|invitation)$/}>
          <SignInPages renderSignOut={renderSignOut} />
        </Route>
        <Route path="/plans/:planId">
          {({ planId }) => (
            <planPage.Page key={planId} planId={planId} renderSignOut={renderSignOut} />
          )}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** For pages that have it among their commands. */
function renderSignOut(userId: string, onClose: () => void, leadsTo?: string) {
  return (
    <SignOutDialog copies={deviceCopies(userId)} {...(leadsTo && { leadsTo })} onClose={onClose} />
  )
}

function NotFound() {
  const { t } = useLingui()
  const choice = useLanguage()
  return (
    <Page title={t`Not found`} {...choice}>
      <EmptyState
        title={t`There is nothing at this address`}
        action={
          <LinkButton href="/" tone="main">
            <Trans>To the plans</Trans>
          </LinkButton>
        }
      >
        <Trans>Check that all of the address came along, or start from your plans.</Trans>
      </EmptyState>
    </Page>
  )
}
