/** What waits for me, and ticking it off: shown at once, and asked anew when it did not come through. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Inbox, Notification } from '../../shared/api/inbox.ts'
import { inboxQuery, markSeen, type SeenNow } from '../api/inbox.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'

export function useInbox() {
  const queries = useQueryClient()
  const inbox = useQuery(inboxQuery)
  const marking = useMutationOnce({
    mutationFn: markSeen,
    onMutate: async (now: SeenNow) => {
      await queries.cancelQueries(inboxQuery)
      queries.setQueryData(inboxQuery.queryKey, (before) => before && seen(before, now))
    },
    onSettled: () => queries.invalidateQueries(inboxQuery),
  })

  return {
    inbox,
    notices: inbox.data?.notifications ?? [],
    unseenCount: inbox.data?.unseenCount ?? 0,
    see: (notificationId: string) => marking.mutate({ notificationId }),
    /** What came since this was asked for is not among it. */
    seeAll: () => marking.mutate({ upToMs: inbox.data?.notifications[0]?.atMs ?? 0 }),
  }
}

function seen(inbox: Inbox, now: SeenNow): Inbox {
  const isAll = 'upToMs' in now
  const isMeant = ({ notificationId, atMs }: Notification) =>
    isAll ? atMs <= now.upToMs : notificationId === now.notificationId
  const newly = inbox.notifications.filter((one) => !one.isSeen && isMeant(one))
  return {
    notifications: inbox.notifications.map((one) =>
      isMeant(one) ? { ...one, isSeen: true } : one,
    ),
    unseenCount: isAll ? 0 : inbox.unseenCount - newly.length,
  }
}
