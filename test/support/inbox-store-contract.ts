/** What every InboxStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { InboxStore } from '../../server/inbox/inbox-store.ts'
import { createKyselyInboxStore } from '../../server/storage/kysely-inbox-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { MemberId, PlanId, UserId } from '../../shared/ids.ts'
import { newPlan, newSchool, NOW_MS } from './stored-school.ts'
import { tell, type Told } from './told.ts'

const KARI = 'kari' as UserId
const KARI_HERE = 'kari of a' as MemberId
const P = 'p' as PlanId
const ASKED = { memberIds: [KARI_HERE], planIds: [P] }
const FAR_BACK = 0
const UP_TO_NOW = { upToMs: NOW_MS }
const ALL = { fromMs: FAR_BACK, limit: 9 }

export function describeInboxStore(db: () => Kysely<Tables>): void {
  let store: InboxStore
  const toKari = (traits: Partial<Told> = {}) =>
    tell(db(), { planId: 'p', to: 'kari of a', by: 'siri of a', atMs: NOW_MS, ...traits })
  const unseen = () => store.countUnseen(ASKED)
  const waiting = () => store.listWaiting(FAR_BACK, NOW_MS)

  beforeEach(async () => {
    store = createKyselyInboxStore(db())
    const schools = createKyselySchoolStore(db())
    await schools.addSchool(
      newSchool('a', [
        ['kari', 'teacher'],
        ['siri', 'leadership'],
      ]),
    )
    await schools.addSchool(newSchool('b', [['ola', 'teacher']]))
    const plans = createKyselyPlanStore(db())
    await plans.addPlan(newPlan('p', 'a'))
    await plans.addPlan(newPlan('q', 'a'))
    await db()
      .insertInto('account')
      .values({ user_id: KARI, email: 'kari@a.no', email_confirmed_at_ms: NOW_MS })
      .execute()
  })

  it('tell which plans somebody was told of, with what the policy asks', async () => {
    await toKari()
    await db()
      .insertInto('plan_right')
      .values({ plan_id: P, member_id: KARI_HERE, plan_right: 'read' })
      .execute()

    expect(await store.listToldPlans(KARI, NOW_MS)).toEqual([
      {
        planId: 'p',
        schoolId: 'a',
        language: 'nb',
        title: '',
        state: 'active',
        memberId: 'kari of a',
        role: 'teacher',
        defaultRight: null,
        right: 'read',
      },
    ])
    expect(await store.listToldPlans('siri' as UserId, NOW_MS)).toEqual([])
    await db().updateTable('member').set({ suspended_at_ms: NOW_MS }).execute()
    expect(await store.listToldPlans(KARI, NOW_MS)).toEqual([])
  })

  it('list the newest first, with who did it and what was said', async () => {
    const first = await toKari()
    const change = { kind: 'words', words: 'kortere' } as const
    const thread = { change: JSON.stringify(change), decision: 'Vi gjør det.', reason: 'Nei.' }
    await toKari({ atMs: NOW_MS + 1, kind: 'suggestion', body: null, thread })

    const [latest, before] = await store.list(ASKED, 9)

    expect(latest).toMatchObject({ kind: 'suggestion', body: null, change, isSeen: false })
    expect(latest).toMatchObject({ decision: 'Vi gjør det.', reason: 'Nei.' })
    expect(before).toMatchObject({
      notificationId: first.notificationId,
      threadId: first.threadId,
      by: 'siri of a',
      body: 'Kan vi si det kortere?',
    })
    expect(await store.list(ASKED, 1)).toHaveLength(1)
    expect(await store.list({ ...ASKED, planIds: ['q' as PlanId] }, 9)).toEqual([])
  })

  it('leave out what was taken away', async () => {
    const { messageId } = await toKari()
    await db()
      .updateTable('thread_message')
      .set({ gone_at_ms: NOW_MS, body: null })
      .where('id', '=', messageId)
      .execute()

    expect(await store.list(ASKED, 9)).toEqual([])
    expect(await unseen()).toBe(0)
  })

  it('tick off one’s own, these or all', async () => {
    const [one] = [await toKari(), await toKari(), await toKari()]

    await store.markSeen('siri' as UserId, UP_TO_NOW, NOW_MS)
    await store.markSeen('siri' as UserId, [one.notificationId], NOW_MS)
    expect(await unseen()).toBe(3)

    await store.markSeen(KARI, [one.notificationId], NOW_MS)
    expect(await unseen()).toBe(2)
    expect((await store.list(ASKED, 9)).filter(({ isSeen }) => isSeen)).toHaveLength(1)

    // It came after what was shown.
    await toKari({ atMs: NOW_MS + 1 })
    await store.markSeen(KARI, UP_TO_NOW, NOW_MS + 2)
    expect(await unseen()).toBe(1)
  })

  it('keep the latest choice', async () => {
    expect(await store.readChoice(KARI)).toBeNull()

    await store.saveChoice(KARI, { digest: 'off', quietFrom: 1, quietTo: 2 })
    await store.saveChoice(KARI, { digest: 'weekly', quietFrom: 15, quietTo: 8 })

    expect(await store.readChoice(KARI)).toEqual({ digest: 'weekly', quietFrom: 15, quietTo: 8 })
  })

  it('list whom a letter could tell of something, since when, and when the last one did', async () => {
    await toKari({ atMs: NOW_MS - 5 })
    await toKari({ atMs: NOW_MS - 3 })
    await toKari({ atMs: NOW_MS - 9, notification: { mailed_at_ms: NOW_MS - 8 } })
    await store.saveChoice(KARI, { digest: 'weekly', quietFrom: 15, quietTo: 8 })

    expect(await waiting()).toEqual([
      {
        memberId: 'kari of a',
        userId: 'kari',
        name: 'kari',
        email: 'kari@a.no',
        language: 'nb',
        choice: { digest: 'weekly', quietFrom: 15, quietTo: 8 },
        school: {
          name: 'Skole a',
          timeZone: 'Europe/Oslo',
          calendar: { schoolYears: [], terms: [], holidays: [] },
        },
        sinceMs: NOW_MS - 5,
        mailedAtMs: NOW_MS - 8,
      },
    ])
    expect(await store.listWaiting(NOW_MS - 4, NOW_MS)).toMatchObject([{ sinceMs: NOW_MS - 3 }])
    expect(await store.listWaiting(NOW_MS, NOW_MS)).toEqual([])
    expect(await store.listUnmailed(ASKED, { ...ALL, fromMs: NOW_MS - 4 })).toHaveLength(1)
  })

  it.each([
    ['an address that was never confirmed', 'account', { email_confirmed_at_ms: null }],
    ['a pupil', 'member', { role: 'pupil' }],
    ['somebody suspended', 'member', { suspended_at_ms: NOW_MS }],
    ['somebody whose time is over', 'member', { expires_at_ms: NOW_MS }],
    ['an example school', 'school', { expires_at_ms: NOW_MS + 9 }],
    ['a school that stands still', 'school', { frozen_today: '2027-01-19' }],
    ['what was mailed', 'notification', { mailed_at_ms: NOW_MS }],
    ['what was seen', 'notification', { seen_at_ms: NOW_MS }],
  ] as const)('list nobody for a letter by %s', async (_what, table, columns) => {
    await toKari()
    expect(await waiting()).toHaveLength(1)

    await db()
      .updateTable(table as 'member')
      .set(columns as object)
      .execute()

    expect(await waiting()).toEqual([])
  })

  it('give each to one letter of two at once, and take back what that one held', async () => {
    const told = [await toKari(), await toKari()]
    const ids = told.map(({ notificationId }) => notificationId)

    const claimed = await Promise.all([store.claim(ids, NOW_MS), store.claim(ids, NOW_MS + 1)])

    expect(claimed.map(({ length }) => length).sort()).toEqual([0, 2])
    const atMs = claimed[0].length === 2 ? NOW_MS : NOW_MS + 1
    await store.giveBack(ids, atMs + 5)
    expect(await store.listUnmailed(ASKED, ALL)).toEqual([])
    await store.giveBack(ids, atMs)
    expect(await store.listUnmailed(ASKED, ALL)).toHaveLength(2)
    expect(await store.listUnmailed(ASKED, { ...ALL, limit: 1 })).toHaveLength(1)
  })

  it('throw away what was seen long ago, and nothing else', async () => {
    await toKari({ notification: { seen_at_ms: NOW_MS - 10 } })
    await toKari({ notification: { seen_at_ms: NOW_MS } })
    await toKari({ atMs: NOW_MS - 99 })

    await store.removeSeen(NOW_MS - 10)

    expect(await store.list(ASKED, 9)).toHaveLength(2)
  })
}
