/**
 * Those who were removed from a school. What they said and did stays, so it is kept who they were
 * and what they were called, until they are erased or the school's days are over.
 */
import type { Kysely } from 'kysely'
import type { MemberId, UserId } from '../../shared/ids.ts'
import type { ErasedMembership } from './erase-people.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

/** @param trx the transaction that takes the membership away, before it does. */
export async function keepLeft(
  trx: Kysely<Tables>,
  memberId: MemberId,
  leftAtMs: number,
): Promise<void> {
  const left = await trx
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select(['member.id', 'member.school_id', 'member.role', 'member.user_id'])
    .select((where) => memberName(where).as('name'))
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('left_member')
    .values({ ...left, left_at_ms: leftAtMs })
    .execute()
}

/** What somebody was and is no more, in the order in which all who write several trails take them. */
export function listLeft(db: Kysely<Tables>, userId: UserId): Promise<readonly ErasedMembership[]> {
  return leftMembers(db).where('user_id', '=', userId).orderBy('school_id').orderBy('id').execute()
}

/** null: there is none, or it is erased. */
export async function findLeft(
  db: Kysely<Tables>,
  memberId: MemberId,
): Promise<ErasedMembership | null> {
  return (await leftMembers(db).where('id', '=', memberId).executeTakeFirst()) ?? null
}

function leftMembers(db: Kysely<Tables>) {
  return db
    .selectFrom('left_member')
    .select(['id as memberId', 'user_id as userId', 'school_id as schoolId', 'role'])
    .where('user_id', 'is not', null)
    .$narrowType<{ userId: UserId }>()
}
