/** Notifications as they are listed: by plan, the unseen ones first. Pure. */
import type { Notification } from '../../shared/api/inbox.ts'

export interface PlanNotices {
  readonly planId: string
  readonly planTitle: string
  /** Not empty; the unseen ones first, each kind newest first. */
  readonly notices: readonly Notification[]
}

/** Plans with something unseen first, then the one with the newest. @param notices newest first. */
export function byPlan(notices: readonly Notification[]): readonly PlanNotices[] {
  const plans = new Map<string, Notification[]>()
  for (const notice of unseenFirst(notices)) {
    const of = plans.get(notice.planId)
    if (of) of.push(notice)
    else plans.set(notice.planId, [notice])
  }
  return [...plans].map(([planId, of]) => ({
    planId,
    planTitle: of[0]?.planTitle ?? '',
    notices: of,
  }))
}

function unseenFirst(notices: readonly Notification[]): readonly Notification[] {
  return [...notices.filter(({ isSeen }) => !isSeen), ...notices.filter(({ isSeen }) => isSeen)]
}
