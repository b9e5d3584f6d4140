/** What waits for somebody in all their plans, as the program shows it. */
import type { Inbox, Notification } from '../../shared/api/inbox.ts'
import type { UserId } from '../../shared/ids.ts'
import { showSpeaker, type Speakers } from '../people/speaker.ts'
import type { InboxStore, StoredNotification, ToldPlan } from './inbox-store.ts'
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
  store: Pick<InboxStore, 'findSpeakers'>,
  plans: readonly ToldPlan[],
  stored: readonly StoredNotification[],
): Promise<Notification[]> {
  const plansById = new Map<string, ToldPlan>(plans.map((plan) => [plan.planId, plan]))
  const speakers = await speakersOf(store, plansById, stored)
  return stored.flatMap((one) => {
    const plan = plansById.get(one.planId)
    if (!plan) return []
    const named = (memberId: string) => {
      const speaker = speakers.get(plan.schoolId)?.get(memberId)
      return speaker && showSpeaker(speaker, plan.language)
    }
    const { notificationId, kind, planId, threadId, atMs, isSeen } = one
    const by = named(one.by)
    if (!by) return []
    const excerpt = noticeExcerpt(one, (memberId) => named(memberId)?.name)
    return {
      notificationId,
      kind,
      planId,
      planTitle: plan.title,
      threadId,
      by,
      atMs,
      excerpt,
      isSeen,
    }
  })
}

/** Those whom they name, by school: nobody is known in a school that is not theirs. */
async function speakersOf(
  store: Pick<InboxStore, 'findSpeakers'>,
  plansById: ReadonlyMap<string, ToldPlan>,
  stored: readonly StoredNotification[],
): Promise<ReadonlyMap<string, Speakers>> {
  const bySchool = Map.groupBy(stored, ({ planId }) => plansById.get(planId)?.schoolId)
  const found = new Map<string, Speakers>()
  for (const [schoolId, of] of bySchool) {
    if (schoolId === undefined) continue
    const ids = of.flatMap((one) => [one.by, ...mentionedIn(one)])
    found.set(schoolId, await store.findSpeakers(schoolId, ids))
  }
  return found
}
