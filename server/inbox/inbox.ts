/** What waits for somebody in all their plans, as the program shows it. */
import type { Inbox, Notification } from '../../shared/api/inbox.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Asked, InboxStore, StoredNotification, ToldPlan } from './inbox-store.ts'
import { mentionedIn, noticeExcerpt } from './notice-excerpt.ts'
import { askedOf, readablePlans } from './readable-plans.ts'

const MAX_SHOWN = 200

export async function readInbox(store: InboxStore, userId: UserId, nowMs: number): Promise<Inbox> {
  const plans = readablePlans(await store.listToldPlans(userId, nowMs))
  if (plans.length === 0) return { notifications: [], unseenCount: 0 }
  const asked = askedOf(plans)
  const [stored, unseenCount] = await Promise.all([
    store.list(asked, MAX_SHOWN),
    store.countUnseen(asked),
  ])
  return { notifications: await showNotifications(store, plans, stored), unseenCount }
}

/** With the titles of their plans, and people by name. */
export async function showNotifications(
  store: Pick<InboxStore, 'namesOf'>,
  plans: readonly ToldPlan[],
  stored: readonly StoredNotification[],
): Promise<Notification[]> {
  const asked: Asked = askedOf(plans)
  const titles = new Map(plans.map(({ planId, title }) => [planId, title]))
  const mentioned = [...new Set(stored.flatMap(mentionedIn))]
  const names = await store.namesOf(asked, mentioned)
  return stored.map((one) => ({
    notificationId: one.notificationId,
    kind: one.kind,
    planId: one.planId,
    planTitle: titles.get(one.planId) ?? '',
    threadId: one.threadId,
    by: one.by,
    atMs: one.atMs,
    excerpt: noticeExcerpt(one, (memberId) => names.get(memberId)),
    isSeen: one.isSeen,
  }))
}
