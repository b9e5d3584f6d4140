/** Those who said or did something in a school, members of now and those who have left. */
import type { Kysely } from 'kysely'
import type { MemberId, SchoolId } from '../../shared/ids.ts'
import type { KnownSpeaker, Speakers } from '../people/speaker.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

/** Those of these who are or were members of the school. */
export async function findSpeakers(
  db: Kysely<Tables>,
  schoolId: SchoolId,
  memberIds: Iterable<string>,
): Promise<Speakers> {
  const ids = [...new Set(memberIds)] as MemberId[]
  if (ids.length === 0) return new Map()
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
  const all = [...members, ...left.map((one) => ({ ...one, name: null }))]
  return new Map(all.map((one) => [one.memberId, one]))
}
