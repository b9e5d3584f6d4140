/** The posts of a plan as rows, and back, in one order. */
import type { Insertable } from 'kysely'
import type { Post } from '../../shared/access/posts.ts'
import type { Posts } from '../../shared/api/plan-people.ts'
import type { MemberId, PlanId } from '../../shared/ids.ts'
import type { Tables } from './schema.ts'

type PostRow = Insertable<Tables['plan_post']>

export function postRows(planId: PlanId, posts: Posts): readonly PostRow[] {
  const row = (post: Post, memberId: string, sectionId = ''): PostRow => ({
    plan_id: planId,
    post,
    section_id: sectionId,
    member_id: memberId as MemberId,
  })
  const rows = [
    ...(posts.head === null ? [] : [row('head', posts.head)]),
    ...posts.responsible.map((memberId) => row('responsible', memberId)),
    ...posts.pupilsCouncil.map((memberId) => row('pupils-council', memberId)),
    ...posts.sectionOwners.flatMap(({ sectionId, memberIds }) =>
      memberIds.map((memberId) => row('section-owner', memberId, sectionId)),
    ),
  ]
  // A section that is named twice is one section.
  return [...new Map(rows.map((one) => [JSON.stringify(one), one])).values()]
}

export function postsOf(rows: readonly PostRow[]): Posts {
  const membersOf = (post: Post) =>
    rows
      .filter((row) => row.post === post)
      .map(({ member_id }) => member_id)
      .sort()
  const owners = rows.filter(({ post }) => post === 'section-owner')
  const sections = [...Map.groupBy(owners, ({ section_id }) => section_id)]
  return {
    head: membersOf('head')[0] ?? null,
    responsible: membersOf('responsible'),
    pupilsCouncil: membersOf('pupils-council'),
    sectionOwners: sections
      .map(([sectionId, own]) => ({
        sectionId,
        memberIds: own.map(({ member_id }) => member_id).sort(),
      }))
      .sort((one, two) => (one.sectionId < two.sectionId ? -1 : 1)),
  }
}
