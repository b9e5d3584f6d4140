/** What is done with a plan as a whole, each with its line in the audit trail. */
import type { Kysely } from 'kysely'
import type { PlanState } from '../../shared/access/policy.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import type { PlanRow, RemovalReason } from '../plans/plan-store.ts'
import { appendAudit, type Audited, holdSchool } from './append-audit.ts'
import { coordinatorsOf } from './membership-query.ts'
import type { Tables } from './schema.ts'

/** As PlanStore has it. */
export function removePlan(
  db: Kysely<Tables>,
  planId: PlanId,
  reason: RemovalReason,
  nowMs: number,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const schoolId = (await findState(trx, planId))?.schoolId
    if (!schoolId) return
    await holdSchool(trx, schoolId)
    // Looked at again: it may have been restored meanwhile.
    const plan = await findState(trx, planId)
    if (!plan || (reason === 'deleted-long-ago' && plan.state !== 'deleted')) return
    await trx.deleteFrom('plan').where('id', '=', planId).execute()
    const told = { schoolId, atMs: nowMs, actorId: null, objectId: planId, facts: { reason } }
    await appendAudit(trx, { ...told, deed: 'plan-removed' })
  })
}

/** As PlanStore has it. */
export function noteRedacting(db: Kysely<Tables>, planId: PlanId, by: By): Promise<void> {
  return note(db, planId, by, { deed: 'plan-redaction-begun' })
}

/** As PlanStore has it. */
export function noteRedacted(
  db: Kysely<Tables>,
  planId: PlanId,
  places: number,
  by: By,
): Promise<void> {
  return note(db, planId, by, { deed: 'plan-redacted', facts: { places } })
}

function note(
  db: Kysely<Tables>,
  planId: PlanId,
  { memberId, atMs }: By,
  told: Pick<Audited, 'deed' | 'facts'>,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const schoolId = (await findState(trx, planId))?.schoolId
    if (!schoolId) return
    await appendAudit(trx, { schoolId, atMs, actorId: memberId, objectId: planId, ...told })
  })
}

/** As PlanStore has it. */
export function setPlanState(
  db: Kysely<Tables>,
  { planId, schoolId }: Pick<PlanRow, 'planId' | 'schoolId'>,
  state: PlanState,
  { memberId, atMs }: By,
): Promise<'done' | 'not-allowed'> {
  return db.transaction().execute(async (trx) => {
    await holdSchool(trx, schoolId)
    if (memberId !== null) {
      const still = await coordinatorsOf(trx, schoolId, atMs)
        .where('member.id', '=', memberId)
        .executeTakeFirst()
      if (!still) return 'not-allowed'
    }
    const before = await findState(trx, planId)
    if (!before || before.state === state) return 'done'
    await trx
      .updateTable('plan')
      .set({ state, state_since_ms: atMs })
      .where('id', '=', planId)
      .execute()
    const facts = { from: before.state, to: state }
    const told = { schoolId, atMs, actorId: memberId, objectId: planId, facts }
    await appendAudit(trx, { ...told, deed: 'plan-state-changed' })
    return 'done'
  })
}

/** The membership by which somebody does something in a school; null: they have none. */
export async function memberOf(
  trx: Kysely<Tables>,
  schoolId: SchoolId,
  userId: UserId,
): Promise<MemberId | null> {
  const row = await trx
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.id ?? null
}

async function findState(trx: Kysely<Tables>, planId: PlanId) {
  const row = await trx
    .selectFrom('plan')
    .select(['school_id as schoolId', 'state'])
    .where('id', '=', planId)
    .executeTakeFirst()
  return row ?? null
}
