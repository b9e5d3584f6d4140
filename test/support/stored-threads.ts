/** Threads as the store takes them, in a school with two plans, with ids that one can read. */
import type { Kysely } from 'kysely'
import type { DeedBy, NewThreadRow, ThreadStore } from '../../server/discuss/thread-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { createKyselyThreadStore } from '../../server/storage/kysely-thread-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { MemberId, MessageId, PlanId, SchoolId, ThreadId } from '../../shared/ids.ts'
import { newPlan, newSchool, NOW_MS } from './stored-school.ts'

const A = 'a' as SchoolId
/** Two plans of one school. */
export const P = { planId: 'p' as PlanId, schoolId: A }
export const Q = { planId: 'q' as PlanId, schoolId: A }

/** kari coordinates, ola teaches, marit leads, gro is a guest who only reads. */
export const member = (name: string) => `${name} of a` as MemberId

let clock = 0
/** Each deed a millisecond after the one before. */
export const by = (name: string): DeedBy => ({ memberId: member(name), atMs: NOW_MS + ++clock })

export const comment = (id: string, traits: Partial<NewThreadRow> = {}): NewThreadRow => ({
  threadId: id as ThreadId,
  messageId: `${id}-0` as MessageId,
  place: { kind: 'plan' },
  body: 'Ja?',
  change: null,
  epoch: null,
  facts: { sectionId: null, ownerIds: [] },
  ...traits,
})

export const suggestion = (id: string) =>
  comment(id, {
    place: { kind: 'field', fieldId: 'pupils.next', anchor: null },
    body: null,
    change: { kind: 'words', words: 'Elevene får svar.' },
  })

/** A fresh store over the school and its plans, and ways to look at what is in it. */
export async function openThreadStore(db: Kysely<Tables>) {
  const store: ThreadStore = createKyselyThreadStore(db)
  await createKyselySchoolStore(db).addExampleSchool(
    newSchool('a', [
      ['kari', 'coordinator'],
      ['ola', 'teacher'],
      ['marit', 'leadership'],
      ['gro', 'guest'],
    ]),
    9,
  )
  const plans = createKyselyPlanStore(db)
  await plans.addPlan(newPlan('p', 'a'))
  await plans.addPlan(newPlan('q', 'a', NOW_MS + 1))
  const threads = async (name = 'kari', plan = P) =>
    (await store.listThreads(plan, member(name))).threads
  return {
    store,
    threads,
    only: async (name = 'kari') => (await threads(name))[0],
    /** What waits for whom, in the order it was written. */
    async waiting() {
      const rows = await db
        .selectFrom('notification')
        .selectAll()
        .orderBy('created_at_ms')
        .execute()
      return rows.map(({ member_id, kind }) => `${member_id} ${kind}`)
    },
  }
}
