/** The schools that somebody has no access to any more, for themselves alone. */
import type { Kysely } from 'kysely'
import type { SchoolId, UserId } from '../../shared/ids.ts'
import type { EndedMembership } from '../people/people-store.ts'
import type { Tables } from './schema.ts'

/** As PeopleStore has it. */
export async function listEnded(
  db: Kysely<Tables>,
  userId: UserId,
  nowMs: number,
): Promise<readonly EndedMembership[]> {
  const members = await db
    .selectFrom('member')
    .innerJoin('school', 'school.id', 'member.school_id')
    .select(['school.id as schoolId', 'school.name as schoolName', 'member.role'])
    .select(['member.suspended_at_ms', 'member.expires_at_ms'])
    .where('member.user_id', '=', userId)
    .where('member.erased_at_ms', 'is', null)
    .where('school.expires_at_ms', 'is', null)
    .execute()
  const ended = members.flatMap((row): readonly EndedMembership[] => {
    const { suspended_at_ms, expires_at_ms, ...member } = row
    if (suspended_at_ms !== null) return [{ ...member, how: 'closed', atMs: suspended_at_ms }]
    if (expires_at_ms === null || expires_at_ms > nowMs) return []
    return [{ ...member, how: 'over', atMs: expires_at_ms }]
  })
  const known = new Set<SchoolId>(members.map(({ schoolId }) => schoolId))
  const left = (await listRemoved(db, userId)).filter(({ schoolId }) => !known.has(schoolId))
  return [...ended, ...left].sort((one, two) => two.atMs - one.atMs)
}

/** Each school once, with the latest time that they were removed there. */
async function listRemoved(
  db: Kysely<Tables>,
  userId: UserId,
): Promise<readonly EndedMembership[]> {
  const rows = await db
    .selectFrom('left_member')
    .innerJoin('school', 'school.id', 'left_member.school_id')
    .select(['school.id as schoolId', 'school.name as schoolName', 'left_member.role'])
    .select('left_member.left_at_ms as atMs')
    .where('left_member.user_id', '=', userId)
    .where('school.expires_at_ms', 'is', null)
    .orderBy('left_member.left_at_ms')
    .execute()
  const bySchool = new Map(rows.map((row) => [row.schoolId, row]))
  return [...bySchool.values()].map((row) => ({ ...row, how: 'closed', atMs: row.atMs ?? 0 }))
}
