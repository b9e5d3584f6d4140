/** Which memberships hold, and what a member is called: asked in one way by all stores. */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { SchoolId } from '../../shared/ids.ts'
import type { Tables } from './schema.ts'

/** Neither suspended nor over. */
export function holdsAt(where: ExpressionBuilder<Tables, 'member'>, nowMs: number) {
  return where.and([
    where('member.suspended_at_ms', 'is', null),
    where.or([
      where('member.expires_at_ms', 'is', null),
      where('member.expires_at_ms', '>', nowMs),
    ]),
  ])
}

/** What the school calls them, or they themselves. */
export function memberName({ fn }: ExpressionBuilder<Tables, 'member' | 'user'>) {
  return fn.coalesce('member.name', 'user.name')
}

/** The coordinators of a school who can act. */
export function coordinatorsOf(db: Kysely<Tables>, schoolId: SchoolId, nowMs: number) {
  return db
    .selectFrom('member')
    .select('member.id')
    .where('member.school_id', '=', schoolId)
    .where('member.role', '=', 'coordinator')
    .where((where) => holdsAt(where, nowMs))
}
