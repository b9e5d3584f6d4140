/** What waits for me, put together for the bars, the start page and its own page; none for pupils. */
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { isOnlyPupil } from '../shared/access/policy.ts'
import { meQuery } from './api/queries.ts'
import { lazyPart } from './ui/lazy-part.ts'
import { useQuietMoment } from './ui/quiet-moment.ts'
import { loadWordsOf } from './words/language.tsx'

const InboxBell = lazyPart(async () => {
  const [{ InboxBell: bell }] = await Promise.all([
    import('./inbox/inbox-bell.tsx'),
    loadWordsOf('inbox'),
  ])
  return bell
})
const WaitingForMe = lazyPart(async () => {
  const [{ WaitingForMe: waiting }] = await Promise.all([
    import('./inbox/waiting-for-me.tsx'),
    loadWordsOf('inbox'),
  ])
  return waiting
})

/** At the end of any bar. What it says is not what one comes for: it waits until the page is drawn. */
export function MyInbox() {
  const isQuiet = useQuietMoment()
  return useHasInbox() && isQuiet ? (
    <Suspense fallback={null}>
      <InboxBell />
    </Suspense>
  ) : null
}

/** On the start page. */
export function MyWaiting() {
  return useHasInbox() ? (
    <Suspense fallback={null}>
      <WaitingForMe />
    </Suspense>
  ) : null
}

function useHasInbox(): boolean {
  const { data } = useQuery(meQuery)
  return (
    data?.user != null && data.schools.length > 0 && !isOnlyPupil({ memberships: data.schools })
  )
}
