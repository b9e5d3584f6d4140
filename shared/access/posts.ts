/** What a member can be for one plan, beside their role in the school. */
import type { Role } from './policy.ts'

export const POSTS = ['head', 'responsible', 'pupils-council', 'section-owner'] as const
export type Post = (typeof POSTS)[number]

/** Who can be given a post: no guest answers for a plan, no pupil for more than the pupils' say. */
export const POST_ROLES: Readonly<Record<Post, readonly Role[]>> = {
  head: ['coordinator', 'leadership'],
  responsible: ['coordinator', 'teacher', 'leadership'],
  'pupils-council': ['coordinator', 'teacher', 'leadership', 'pupil'],
  'section-owner': ['coordinator', 'teacher', 'leadership'],
}
