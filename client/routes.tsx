/** Which page an address shows. Each is loaded when it is wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useFailureWords } from './api/failure-words.ts'
import { rememberedEntries } from './api/plans.ts'
import { meQuery } from './api/queries.ts'
import { problemOf } from './api/request.ts'
import type { DeviceCopy } from './open-plan/device-copies.ts'
import type { DeviceCopies } from './people/sign-out-dialog.tsx'
import type { DevicePlan } from './plans/offline-plans.tsx'
import { Button } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { LinkButton } from './ui/link-button.tsx'
import { Page } from './ui/page.tsx'
import { useLanguage } from './words/language.tsx'

const AccountMenu = lazy(() =>
  import('./people/account-menu.tsx').then(({ AccountMenu: menu }) => ({ default: menu })),
)
const LandingPage = lazy(() =>
  import('./plans/landing-page.tsx').then(({ LandingPage: page }) => ({ default: page })),
)
const StartPage = lazy(() =>
  import('./plans/start-page.tsx').then(({ StartPage: page }) => ({ default: page })),
)
const PlanPage = lazy(() =>
  import('./plan/plan-page.tsx').then(({ PlanPage: page }) => ({ default: page })),
)
const SetAsideDrawer = lazy(() =>
  import('./plan/set-aside-drawer.tsx').then(({ SetAsideDrawer: drawer }) => ({ default: drawer })),
)
const SetUpPage = lazy(() =>
  import('./people/set-up-page.tsx').then(({ SetUpPage: page }) => ({ default: page })),
)
const JoinPage = lazy(() =>
  import('./people/join-page.tsx').then(({ JoinPage: page }) => ({ default: page })),
)

const SignOutDialog = lazy(() =>
  import('./people/sign-out-dialog.tsx').then(({ SignOutDialog: dialog }) => ({
    default: dialog,
  })),
)

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
        <Route path="/plans/:planId">
          {({ planId }) => <PlanPage key={planId} planId={planId} renderSignOut={renderSignOut} />}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** The landing page for those who are not signed in, the school's plans for those who are. */
function Home() {
  const { t } = useLingui()
  const choice = useLanguage()
  const failureWords = useFailureWords()
  const me = useQuery(meQuery)

  if (me.data?.user) {
    const { user, schools } = me.data
    const memberId = schools[0]?.memberId ?? null
    const account = (
      <Suspense fallback={null}>
        <AccountMenu name={user.name} memberId={memberId} copies={deviceCopies(user.userId)} />
      </Suspense>
    )
    return (
      <StartPage
        user={user}
        schools={schools}
        account={account}
        plansOnDevice={async () =>
          plansOnDevice(await (await loadCopies()).readDeviceCopies(user.userId))
        }
        drawer={<Drawer userId={user.userId} />}
      />
    )
  }
  if (me.data) return <LandingPage hasExample={me.data.demo} />
  if (me.isPending) return null

  const { title, advice } = failureWords(problemOf(me.error))
  return (
    <Page title={title} {...choice}>
      <EmptyState
        title={title}
        action={<Button onPress={() => void me.refetch()}>{t`Try again`}</Button>}
      >
        {advice}
      </EmptyState>
    </Page>
  )
}

function plansOnDevice(copies: readonly DeviceCopy[]): readonly DevicePlan[] {
  return copies
    .filter(({ updates }) => updates.length > 0)
    .map(({ planId, hasUnsent }) => ({ planId, hasUnsent }))
}

/** Nothing of it is loaded until something was set aside. */
function Drawer({ userId }: { readonly userId: string }) {
  const aside = useQuery({
    queryKey: ['set-aside', userId],
    queryFn: async () => {
      const copies = await (await loadCopies()).readDeviceCopies(userId)
      return copies.filter(({ setAside }) => setAside.length > 0)
    },
    staleTime: 0,
    retry: false,
  })
  const discard = async (planId: string, copyId: string) => {
    await (await loadCopies()).dropSetAside(userId, planId, copyId).catch(() => undefined)
    await aside.refetch()
  }
  // A browser that refuses to tell has kept nothing that could be found here.
  if (!aside.data || aside.data.length === 0) return null
  return (
    <Suspense fallback={null}>
      <SetAsideDrawer
        copies={aside.data}
        entries={rememberedEntries()}
        onDiscard={(planId, copyId) => void discard(planId, copyId)}
      />
    </Suspense>
  )
}

/** For the plan page, which has it among its commands. */
function renderSignOut(userId: string, onClose: () => void) {
  return <SignOutDialog copies={deviceCopies(userId)} onClose={onClose} />
}

/** What a sign-out must know of the plans on this device. */
function deviceCopies(userId: string): DeviceCopies {
  return {
    countUnsent: async () => (await (await loadCopies()).plansWithUnsentText(userId)).length,
    purge: async () => (await loadCopies()).purgeCopies(userId),
  }
}

function loadCopies() {
  return import('./open-plan/device-copies.ts')
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
