import { expect, it } from 'vitest'
import { byPlan } from '../../../client/inbox/by-plan.ts'
import type { Notification } from '../../../shared/api/inbox.ts'

const notice = (notificationId: string, planId: string, isSeen: boolean): Notification => ({
  notificationId,
  kind: 'reply',
  planId,
  planTitle: `Plan ${planId}`,
  threadId: 't',
  by: { memberId: 'm', name: 'Siri', role: 'teacher' },
  atMs: 0,
  excerpt: null,
  isSeen,
})
const shown = (notices: readonly Notification[]) =>
  byPlan(notices).map(({ planTitle, notices: of }) => [
    planTitle,
    ...of.map(({ notificationId }) => notificationId),
  ])

it('lists by plan, the unseen ones first, else in the order they came in', () => {
  const newestFirst = [
    notice('5', 'a', true),
    notice('4', 'b', true),
    notice('3', 'b', false),
    notice('2', 'c', true),
    notice('1', 'b', false),
  ]

  expect(shown(newestFirst)).toEqual([
    ['Plan b', '3', '1', '4'],
    ['Plan a', '5'],
    ['Plan c', '2'],
  ])
  expect(byPlan([])).toEqual([])
})
