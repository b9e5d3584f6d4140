/** The first page: put together from the landing page, the list of plans and who is signed in. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { may } from '../shared/access/policy.ts'
import type { MySchool } from '../shared/api/me.ts'
import { useFailureWords } from './api/failure-words.ts'
import { rememberedEntries } from './api/plans.ts'
import { meQuery } from './api/queries.ts'
import { problemOf } from './api/request.ts'
import { MyAccountMenu } from './my-account-menu.tsx'
import { MyWaiting } from './my-inbox.tsx'
import { loadCopies } from './on-this-device.ts'
import type { DeviceCopy } from './open-plan/device-copies.ts'
import type { DevicePlan } from './plans/offline-plans.tsx'
import { Button } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { Page } from './ui/page.tsx'
import { useLanguage } from './words/language.tsx'
import { lazyPart } from './ui/lazy-part.ts'

const SchoolMenu = lazyPart(() =>
  import('./people/school-menu.tsx').then(({ SchoolMenu: menu }) => menu),
)
const LandingPage = lazy(() =>
  import('./plans/landing-page.tsx').then(({ LandingPage: page }) => ({ default: page })),
)
const StartPage = lazy(() =>
  import('./plans/start-page.tsx').then(({ StartPage: page }) => ({ default: page })),
)
const SetAsideDrawer = lazyPart(() =>
  import('./plan/set-aside-drawer.tsx').then(({ SetAsideDrawer: drawer }) => drawer),
)

/** The landing page for those who are not signed in, the school's plans for those who are. */
export function Home() {
  const { t } = useLingui()
  const choice = useLanguage()
  const failureWords = useFailureWords()
  const me = useQuery(meQuery)

  if (me.data?.user) {
    const { user, schools, ended = [] } = me.data
    return (
      <StartPage
        user={user}
        schools={schools}
        ended={ended}
        account={<MyAccountMenu />}
        renderSchool={renderSchool}
        plansOnDevice={async () =>
          plansOnDevice((await (await loadCopies()).readDeviceCopies(user.userId)).copies)
        }
        waiting={<MyWaiting />}
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

/** The school's name, which leads to its pages for those who work there. */
function renderSchool(school: MySchool) {
  if (!may({ memberships: [school] }, 'school.read', { schoolId: school.schoolId })) {
    return school.name
  }
  return (
    <Suspense fallback={school.name}>
      <SchoolMenu school={school} />
    </Suspense>
  )
}

function plansOnDevice(copies: readonly DeviceCopy[]): readonly DevicePlan[] {
  return copies
    .filter(({ updates }) => updates.length > 0)
    .map(({ planId, hasUnsent }) => ({ planId, hasUnsent }))
}

/** Nothing of it is loaded until something was set aside, or cannot be read. */
function Drawer({ userId }: { readonly userId: string }) {
  const kept = useQuery({
    queryKey: ['set-aside', userId],
    queryFn: async () => (await loadCopies()).readDeviceCopies(userId),
    staleTime: 0,
    retry: false,
  })
  const discard = async (planId: string, copyIds: readonly string[]) => {
    const { dropSetAside } = await loadCopies()
    for (const id of copyIds) await dropSetAside(userId, planId, id).catch(() => undefined)
    await kept.refetch()
  }
  // A browser that refuses to tell has kept nothing that could be found here.
  const copies = kept.data?.copies.filter(({ setAside }) => setAside.length > 0) ?? []
  const unreadableCount = kept.data?.unreadable.length ?? 0
  if (copies.length === 0 && unreadableCount === 0) return null
  return (
    <Suspense fallback={null}>
      <SetAsideDrawer
        copies={copies}
        unreadableCount={unreadableCount}
        entries={rememberedEntries()}
        onDiscard={(planId, copyIds) => void discard(planId, copyIds)}
      />
    </Suspense>
  )
}
