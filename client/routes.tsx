/** Which page an address shows. Each is loaded when it is wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { isId } from '../shared/ids.ts'
import type { PlanEntry } from '../shared/api/plans.ts'
import { beginPlanEntry } from './api/plans.ts'
import { MyInbox } from './my-inbox.tsx'
import { MyAccountMenu } from './my-account-menu.tsx'
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

const PupilsPage = lazy(() =>
  withWords('pupils', import('./pupils/pupils-page.tsx')).then(({ PupilsPage: page }) => ({
    default: page,
  })),
)
const SignInPages = lazy(() =>
  withWords('sign-in', import('./sign-in/sign-in-pages.tsx')).then(({ SignInPages: page }) => ({
    default: page,
  })),
)
const AccountWays = lazyPart(() =>
  withWords('sign-in', import('./sign-in/account-ways.tsx')).then(({ AccountWays: ways }) => ways),
)
const AccountPage = lazy(() =>
  withWords('account', import('./account/account-page.tsx')).then(({ AccountPage: page }) => ({
    default: page,
  })),
)
const InboxPage = lazy(() =>
  withWords('inbox', import('./inbox/inbox-page.tsx')).then(({ InboxPage: page }) => ({
    default: page,
  })),
)
const PeoplePage = lazy(() =>
  withWords('school', import('./school/people-page.tsx')).then(({ PeoplePage: page }) => ({
    default: page,
  })),
)
const SettingsPage = lazy(() =>
  withWords('school', import('./school/settings-page.tsx')).then(({ SettingsPage: page }) => ({
    default: page,
  })),
)
const AuditPage = lazy(() =>
  withWords('school', import('./school/audit-page.tsx')).then(({ AuditPage: page }) => ({
    default: page,
  })),
)
const DeletedPlansPage = lazy(() =>
  withWords('school', import('./school/deleted-plans-page.tsx')).then(
    ({ DeletedPlansPage: page }) => ({ default: page }),
  ),
)
const HistoryPage = lazy(() =>
  withWords('history', import('./history/history-page.tsx')).then(({ HistoryPage: page }) => ({
    default: page,
  })),
)

const PlanPeopleDialog = lazyPart(() =>
  withWords('school', import('./school/plan-people-dialog.tsx')).then(
    ({ PlanPeopleDialog: dialog }) => dialog,
  ),
)
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
  // Another address has no plan, and its page says so.
  if (!isId(planId)) return
  beginPlanEntry(planId)
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
        <Route path={/^\/(?:sign-in|invitation)$/}>
          <SignInPages renderSignOut={renderSignOut} />
        </Route>
        <Route path="/account">
          <AccountPage account={<MyAccountMenu />} renderWays={renderWays} purge={purge} />
        </Route>
        <Route path="/inbox">
          <InboxPage account={<MyAccountMenu />} />
        </Route>
        <Route path="/schools/:schoolId/people">
          {({ schoolId }) => <PeoplePage schoolId={schoolId} account={<MyAccountMenu />} />}
        </Route>
        <Route path="/schools/:schoolId/settings">
          {({ schoolId }) => <SettingsPage schoolId={schoolId} account={<MyAccountMenu />} />}
        </Route>
        <Route path="/schools/:schoolId/audit">
          {({ schoolId }) => <AuditPage schoolId={schoolId} account={<MyAccountMenu />} />}
        </Route>
        <Route path="/schools/:schoolId/deleted-plans">
          {({ schoolId }) => <DeletedPlansPage schoolId={schoolId} account={<MyAccountMenu />} />}
        </Route>
        <Route path="/plans/:planId/history">
          {({ planId }) => <HistoryPage key={planId} planId={planId} account={<MyAccountMenu />} />}
        </Route>
        <Route path="/plans/:planId">
          {({ planId }) => (
            <planPage.Page key={planId} planId={planId} otherWindows={PLAN_WINDOWS} />
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

/** For whoever is erased. */
function purge(userId: string): Promise<void> {
  return deviceCopies(userId).purge()
}

/** For the page of my account. */
function renderWays(token: string | null) {
  return (
    <Suspense fallback={null}>
      <AccountWays token={token} />
    </Suspense>
  )
}

/** For the plan page, which has them among its commands. */
const PLAN_WINDOWS = {
  renderSignOut,
  inbox: <MyInbox />,
  renderPlanPeople: (entry: PlanEntry, onClose: () => void) => (
    <PlanPeopleDialog entry={entry} onClose={onClose} />
  ),
}

/** A page, or a dialog, and the words of its folder, which are apart. */
async function withWords<Module>(folder: string, part: Promise<Module>): Promise<Module> {
  const [loaded] = await Promise.all([part, loadWordsOf(folder)])
  return loaded
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
