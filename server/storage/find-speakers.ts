/** Those who said or did something in a school, members of now and those who have left. */
import type { Kysely } from 'kysely'
import type { MemberId, SchoolId } from '../../shared/ids.ts'
import type { KnownSpeaker, Speakers } from '../people/speaker.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

/** Asked for at a time: SQLite takes no more than 32,766 values in a statement. */
const IDS_AT_ONCE = 500

/** Those of these who are or were members of the school. */
export async function findSpeakers(
  db: Kysely<Tables>,
  schoolId: SchoolId,
  memberIds: Iterable<string>,
): Promise<Speakers> {
  const ids = [...new Set(memberIds)] as MemberId[]
  const all: KnownSpeaker[] = []
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    all.push(...(await findSome(db, schoolId, ids.slice(from, from + IDS_AT_ONCE))))
  }
  return new Map(all.map((one) => [one.memberId, one]))
}

async function findSome(
  db: Kysely<Tables>,
  schoolId: SchoolId,
  ids: readonly MemberId[],
): Promise<readonly KnownSpeaker[]> {
  const members: readonly KnownSpeaker[] = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select((where) => ['member.id as memberId', memberName(where).as('name'), 'member.role'])
    .where('member.school_id', '=', schoolId)
    .where('member.id', 'in', ids)
    .execute()
  const left = await db
    .selectFrom('left_member')
    .select(['id as memberId', 'role'])
    .where('school_id', '=', schoolId)
    .where('id', 'in', ids)
    .execute()
  return [...members, ...left.map((one) => ({ ...one, name: null }))]
}
