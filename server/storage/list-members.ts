/** The members of a school with what a list of them shows. */
import type { Kysely } from 'kysely'
import type { SchoolId } from '../../shared/ids.ts'
import type { ListedMember } from '../people/member-store.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

/** As MemberStore has it. */
export async function listMembers(
  db: Kysely<Tables>,
  schoolId: SchoolId,
  nowMs: number,
): Promise<readonly ListedMember[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select((where) => [
      'member.id as memberId',
      'member.user_id as userId',
      'member.school_id as schoolId',
      'member.role',
      memberName(where).as('name'),
      'member.default_right as defaultRight',
      'member.created_at_ms as createdAtMs',
      'member.suspended_at_ms as suspendedAtMs',
      'member.expires_at_ms as expiresAtMs',
    ])
    .select((where) =>
      where
        .selectFrom('session')
        .select(({ fn }) => fn.max<number | null>('session.used_at_ms').as('used'))
        .whereRef('session.user_id', '=', 'member.user_id')
        .where('session.expires_at_ms', '>', nowMs)
        .as('usedAtMs'),
    )
    .where('member.school_id', '=', schoolId)
    .where('member.erased_at_ms', 'is', null)
    .orderBy('member.created_at_ms')
    .orderBy('name')
    .execute()

  const posts = await db
    .selectFrom('plan_post')
    .innerJoin('plan', 'plan.id', 'plan_post.plan_id')
    .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan_post.plan_id')
    .select(['plan_post.member_id', 'plan_post.plan_id', 'plan_summary.title'])
    .select(['plan_post.post', 'plan_post.section_id'])
    .where('plan.school_id', '=', schoolId)
    .where('plan.state', '!=', 'deleted')
    .orderBy('plan.created_at_ms')
    .orderBy('plan_post.post')
    .orderBy('plan_post.section_id')
    .execute()
  const byMember = Map.groupBy(posts, ({ member_id }) => member_id)

  return rows.map((row) => ({
    ...row,
    posts: (byMember.get(row.memberId) ?? []).map(({ plan_id, title, post, section_id }) => ({
      planId: plan_id,
      planTitle: title ?? '',
      post,
      sectionId: section_id === '' ? null : section_id,
    })),
  }))
}
