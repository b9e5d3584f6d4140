/** What every SearchStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { SearchStore } from '../../server/plans/search-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { createKyselySearchStore } from '../../server/storage/kysely-search-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { PlanId, SchoolId } from '../../shared/ids.ts'
import { foldText } from '../../shared/text/fold-text.ts'
import { newPlan, newSchool, NOW_MS } from './stored-school.ts'

const A = 'a' as SchoolId
const ALL = { offset: 0, limit: 100 }
const [P, Q] = ['p' as PlanId, 'q' as PlanId]
const saying = (text: string) => [{ textId: 'pupils.today', actionId: null, text }]

export function describeSearchStore(db: () => Kysely<Tables>): void {
  let store: SearchStore
  const found = async (words: string, schoolId = A) =>
    (await store.findPlans(schoolId, foldText(words), ALL)).map(({ planId }) => planId)

  beforeEach(async () => {
    store = createKyselySearchStore(db())
    await createKyselySchoolStore(db()).addExampleSchool(newSchool('a'), 9)
    const plans = createKyselyPlanStore(db())
    await plans.addPlan(newPlan('p', 'a'))
    await plans.addPlan(newPlan('q', 'a', NOW_MS + 1))
  })

  it('are found whatever the case and the accents, the latest change first', async () => {
    await store.saveTexts(P, 1, saying('ØVELSE gjør mester'))
    await store.saveTexts(Q, 1, saying('Vi har øvelser hver uke'))

    expect(await found('ovelse')).toEqual(['q', 'p'])
    expect(await found('Mester')).toEqual(['p'])
    const page = { offset: 1, limit: 1 }
    expect(await store.findPlans(A, 'ovelse', page)).toMatchObject([{ planId: 'p' }])
    expect(await found('videoelever')).toEqual([])
    expect(await store.findPlans(A, 'mester', ALL)).toEqual([
      {
        planId: 'p',
        state: 'active',
        title: '',
        template: { id: 'etwinning-school', version: 1 },
        texts: saying('ØVELSE gjør mester'),
        folded: 'ovelse gjor mester\novelse gjor mester',
      },
    ])
  })

  it('take signs that mean something to a database as they are', async () => {
    await store.saveTexts(P, 1, saying('100 % av elevene, a_b og c\\d'))

    for (const sign of ['100 %', 'a_b', 'c\\d']) expect(await found(sign)).toEqual(['p'])
    for (const sign of ['1%e', 'a%b', 'axb', 'c_d', "'"]) expect(await found(sign)).toEqual([])
  })

  it('are of no other school and no deleted plan', async () => {
    await store.saveTexts(P, 1, saying('felles'))
    await store.saveTexts(Q, 1, saying('felles'))
    await db().updateTable('plan').set({ state: 'deleted' }).where('id', '=', Q).execute()

    expect(await found('felles')).toEqual(['p'])
    expect(await found('felles', 'b' as SchoolId)).toEqual([])
  })

  it('are the newest of several readings, whichever comes last', async () => {
    await Promise.all([4, 9, 3].map((seq) => store.saveTexts(P, seq, saying(`lest ${seq}`))))

    expect(await found('lest 9')).toEqual(['p'])
    expect(await found('lest 4')).toEqual([])
  })
}
