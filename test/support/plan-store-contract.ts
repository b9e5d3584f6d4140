/** What every PlanStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { PlanStore } from '../../server/plans/plan-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselyPlanPeopleStore } from '../../server/storage/kysely-plan-people-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { createKyselySearchStore } from '../../server/storage/kysely-search-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { MemberId, PlanId, SchoolId } from '../../shared/ids.ts'
import { newPlan, newSchool, NOW_MS } from './stored-school.ts'

const [P, Q] = ['p' as PlanId, 'q' as PlanId]
const A = 'a' as SchoolId
const NOBODY = { head: null, responsible: [] }

export function describePlanStore(db: () => Kysely<Tables>): void {
  let store: PlanStore
  const write = (planId: PlanId, traits: object) =>
    db().updateTable('plan').set(traits).where('id', '=', planId).execute()

  beforeEach(async () => {
    store = createKyselyPlanStore(db())
    await createKyselySchoolStore(db()).addExampleSchool(newSchool('a'), 9)
    await store.addPlan(newPlan('p', 'a'))
    await store.addPlan(newPlan('q', 'a', NOW_MS + 1))
  })

  it('are found as they were made, until they are removed', async () => {
    expect(await store.findPlan('p')).toEqual({
      planId: 'p',
      schoolId: 'a',
      state: 'active',
      epoch: 1,
      restoredEpoch: null,
      template: { id: 'etwinning-school', version: 1 },
    })
    expect(await store.findPlan('P')).toBeNull()

    await store.removePlan(P, 'not-filled', NOW_MS)

    expect(await store.findPlan('p')).toBeNull()
  })

  it('are listed with what they show, the latest change first, without deleted ones', async () => {
    await store.addPlan(newPlan('r', 'a', NOW_MS + 2))
    for (const planId of [P, Q, 'r' as PlanId]) {
      await store.saveSummary(planId, 1, summary(`Plan ${planId}`))
    }
    await write('r' as PlanId, { state: 'deleted' })

    expect(await store.listPlans(A)).toEqual([
      {
        planId: 'q',
        state: 'active',
        changedAtMs: NOW_MS + 1,
        summary: summary('Plan q'),
        leaders: NOBODY,
      },
      {
        planId: 'p',
        state: 'active',
        changedAtMs: NOW_MS,
        summary: summary('Plan p'),
        leaders: NOBODY,
      },
    ])
    expect(await store.listPlans('b' as SchoolId)).toEqual([])
  })

  it('are listed with who answers for them, by the names they have', async () => {
    const people = ['Elle', 'Marit', 'Ola', 'Kari'] as const
    const roles = ['coordinator', 'leadership', 'teacher', 'teacher'] as const
    const school = newSchool(
      'c',
      people.map((name, at) => [name, roles[at] ?? 'teacher'] as const),
    )
    await createKyselySchoolStore(db()).addExampleSchool(school, 9)
    await store.addPlan(newPlan('s', 'c'))
    await store.saveSummary('s' as PlanId, 1, summary('Plan s'))
    const outcome = await createKyselyPlanPeopleStore(db()).setPosts(
      { planId: 's' as PlanId, schoolId: 'c' as SchoolId },
      {
        head: id('Marit'),
        responsible: [id('Ola'), id('Kari')],
        pupilsCouncil: [id('Elle')],
        sectionOwners: [{ sectionId: 'pupils', memberIds: [id('Elle')] }],
      },
      { memberId: id('Elle'), atMs: NOW_MS },
    )

    expect(outcome).toBe('done')
    const [listed] = await store.listPlans('c' as SchoolId)
    expect(listed?.leaders).toEqual({ head: 'Marit', responsible: ['Kari', 'Ola'] })
  })

  it('show the newest of several summaries, whichever comes last', async () => {
    expect(await store.findSummary(P)).toBeNull()
    const seqs = [4, 9, 3, 9, 7]

    await Promise.all(seqs.map((seq, at) => store.saveSummary(P, seq, summary(`${seq} ${at}`))))

    expect((await store.findSummary(P))?.title).toMatch(/^9/)
    await store.saveSummary(P, 9, summary('not newer'))
    expect((await store.findSummary(P))?.title).not.toBe('not newer')
    await store.saveSummary(P, 10, summary('ten'))
    expect(await store.findSummary(P)).toEqual(summary('ten'))
  })

  it('are behind when something was written that their rows do not show', async () => {
    const search = createKyselySearchStore(db())
    await write(P, { head: 3 })
    await write(Q, { head: 2 })
    await store.saveSummary(Q, 2, summary('Q'))
    await search.saveTexts(Q, 2, [])
    await search.saveTexts(P, 3, [])

    expect(await store.listBehind()).toEqual(['p'])
    await store.saveSummary(P, 2, summary('P'))
    expect(await store.listBehind()).toEqual(['p'])
    await store.saveSummary(P, 3, summary('P'))
    expect(await store.listBehind()).toEqual([])
    await write(Q, { head: 3 })
    await store.saveSummary(Q, 3, summary('Q'))
    expect(await store.listBehind()).toEqual(['q'])
  })

  it('that were never filled are taken away', async () => {
    await write(P, { head: 1 })

    await store.removeUnfilled(NOW_MS)

    expect(await db().selectFrom('plan').select('id').execute()).toEqual([{ id: 'p' }])
  })
}

function summary(title: string) {
  return {
    title,
    periodStart: '2026-01-01' as CalendarDate,
    periodEnd: null,
    wheel: [{ commitment: 'pupils', today: 'empty', next: 'begun', actions: [] }] as never,
  }
}

function id(name: string): MemberId {
  return `${name} of c` as MemberId
}
