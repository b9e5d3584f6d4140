/**
 * The role that a provider's groups give, brought into the one membership that
 * follows them: in one transaction that first takes hold of the school, so that
 * of two at once neither takes its last coordinator away.
 */
import type { Kysely } from 'kysely'
import type { MemberId, SchoolId } from '../../shared/ids.ts'
import type { GivenRole, Identity } from '../sign-in/identity-store.ts'
import type { Tables } from './schema.ts'

interface Following {
  readonly identity: Identity
  readonly given: GivenRole
  readonly nowMs: number
}

/** As IdentityStore has it. */
export function followGroups(
  db: Kysely<Tables>,
  { identity, given, nowMs }: Following,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('school')
      .set(({ ref }) => ({ name: ref('name') }))
      .where('id', '=', given.schoolId)
      .execute()
    const found = await trx
      .selectFrom('identity')
      .select(['user_id', 'member_id'])
      .where('issuer', '=', identity.issuer)
      .where('subject', '=', identity.subject)
      .executeTakeFirst()
    if (!found) return
    if (found.member_id !== null) return changeRole(trx, found.member_id, given)
    if (given.role === null) return

    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('member')
      .values({
        id: given.memberId,
        school_id: given.schoolId,
        user_id: found.user_id,
        role: given.role,
        created_at_ms: nowMs,
      })
      .onConflict((conflict) => conflict.columns(['school_id', 'user_id']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return
    await trx
      .updateTable('identity')
      .set({ member_id: given.memberId })
      .where('issuer', '=', identity.issuer)
      .where('subject', '=', identity.subject)
      .execute()
  })
}

async function changeRole(
  trx: Kysely<Tables>,
  memberId: MemberId,
  { schoolId, role }: GivenRole,
): Promise<void> {
  if (role !== 'coordinator' && (await isLastCoordinator(trx, memberId, schoolId))) return
  if (role === null) {
    await trx.deleteFrom('member').where('id', '=', memberId).execute()
  } else {
    await trx.updateTable('member').set({ role }).where('id', '=', memberId).execute()
  }
}

async function isLastCoordinator(
  trx: Kysely<Tables>,
  memberId: MemberId,
  schoolId: SchoolId,
): Promise<boolean> {
  const rows = await trx
    .selectFrom('member')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('role', '=', 'coordinator')
    .where('suspended_at_ms', 'is', null)
    .limit(2)
    .execute()
  return rows.length === 1 && rows[0]?.id === memberId
}
