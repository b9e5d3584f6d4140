/** What waits for me, and ticking it off: shown at once, and asked anew when it did not come through. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Inbox } from '../../shared/api/inbox.ts'
import { inboxQuery, markSeen } from '../api/inbox.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'

export function useInbox() {
  const queries = useQueryClient()
  const inbox = useQuery(inboxQuery)
  const marking = useMutationOnce({
    mutationFn: markSeen,
    onMutate: async (notificationIds: readonly string[]) => {
      await queries.cancelQueries(inboxQuery)
      queries.setQueryData(inboxQuery.queryKey, (before) => before && seen(before, notificationIds))
    },
    onSettled: () => queries.invalidateQueries(inboxQuery),
  })

  return {
    inbox,
    notices: inbox.data?.notifications ?? [],
    unseenCount: inbox.data?.unseenCount ?? 0,
    see: (notificationId: string) => marking.mutate([notificationId]),
    seeAll: () => marking.mutate([]),
  }
}

/** @param notificationIds none: all of it. */
function seen(inbox: Inbox, notificationIds: readonly string[]): Inbox {
  const isAll = notificationIds.length === 0
  const isMeant = (id: string) => isAll || notificationIds.includes(id)
  const newly = inbox.notifications.filter((one) => !one.isSeen && isMeant(one.notificationId))
  return {
    notifications: inbox.notifications.map((one) =>
      isMeant(one.notificationId) ? { ...one, isSeen: true } : one,
    ),
    unseenCount: isAll ? 0 : inbox.unseenCount - newly.length,
  }
}
