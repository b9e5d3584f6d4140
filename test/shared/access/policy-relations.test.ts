/** What a plan says of a member, and what it makes of a verb: written by hand from the design. */
import { describe, expect, it } from 'vitest'
import { PLAN_RIGHTS, type PlanRight } from '../../../shared/access/plan-right.ts'
import {
  may,
  POLICY,
  type Principal,
  type Relation,
  type Role,
  ROLES,
  type Verb,
} from '../../../shared/access/policy.ts'

const SCHOOL = 'ternvag'

type Row = [Role, Relation, Verb, boolean, PlanRight | null]

/** What a plan says of a member, what they are there, and what it makes of a verb. */
const RELATIONS: readonly (readonly [Role, Relation, Verb, boolean, defaultRight?: PlanRight])[] = [
  // "A plan can narrow or widen this per member."
  ['teacher', { right: 'discuss' }, 'plan.write', false],
  ['teacher', { right: 'discuss' }, 'plan.discuss', true],
  ['teacher', { right: 'discuss' }, 'plan.decide', false],
  ['teacher', { right: 'read' }, 'plan.read', true],
  ['teacher', { right: 'read' }, 'plan.discuss', false],
  ['teacher', { right: 'read' }, 'plan.export', true],
  ['teacher', { right: 'none' }, 'plan.read', false],
  ['teacher', { right: 'none' }, 'plan.export', false],
  ['teacher', { right: 'none' }, 'plan.share', false],
  // "may be given writing"
  ['leadership', { right: 'write' }, 'plan.write', true],
  ['leadership', { right: 'write' }, 'plan.decide', true],
  ['leadership', { right: 'read' }, 'plan.discuss', false],
  ['leadership', { right: 'read' }, 'plan.vote', true],
  ['leadership', { right: 'none' }, 'plan.vote', false],
  // "nobody gets more than their role's ceiling"
  ['guest', { right: 'write' }, 'plan.write', false],
  ['guest', { right: 'write' }, 'plan.discuss', true],
  ['guest', { right: 'discuss' }, 'plan.suggest', true],
  ['guest', {}, 'plan.discuss', true, 'discuss'],
  ['guest', {}, 'plan.write', false, 'write'],
  ['guest', { right: 'read' }, 'plan.discuss', false, 'discuss'],
  ['pupil', { right: 'write' }, 'plan.write', false],
  ['pupil', { right: 'discuss' }, 'plan.discuss', false],
  ['pupil', { right: 'none' }, 'plan.read', false],
  // "read what is opened to them, propose"
  ['pupil', { right: 'read' }, 'plan.read', true],
  ['pupil', { right: 'read' }, 'plan.propose', true],
  ['pupil', { right: 'read' }, 'plan.export', false],
  ['pupil', { right: 'read' }, 'plan.open-to-pupils', false],
  // Whoever writes the plan opens it to the class.
  ['teacher', { right: 'read' }, 'plan.open-to-pupils', false],
  ['leadership', { right: 'write' }, 'plan.open-to-pupils', false],
  // A coordinator who has shut themselves out still gives out rights.
  ['coordinator', { right: 'none' }, 'plan.read', false],
  ['coordinator', { right: 'none' }, 'plan.appoint', true],
  ['coordinator', { right: 'none' }, 'plan.settle', true],
  ['coordinator', { right: 'none' }, 'plan.submit', false],
  // Posts: head and responsible teachers vote, the pupils' council speaks for the pupils.
  ['coordinator', { posts: ['head'] }, 'plan.vote', true],
  ['teacher', { posts: ['responsible'] }, 'plan.vote', true],
  ['teacher', { posts: ['section-owner'] }, 'plan.vote', false],
  ['teacher', { posts: ['responsible'], right: 'none' }, 'plan.vote', false],
  ['teacher', { posts: ['pupils-council'] }, 'plan.propose', true],
  ['teacher', { posts: ['responsible'] }, 'plan.propose', false],
  ['guest', { posts: ['head'] }, 'plan.write', false],
  ['leadership', { posts: ['section-owner'] }, 'plan.write', false],
  // Who answers for a plan reads it: a post opens it where nothing else does.
  ['pupil', { posts: ['pupils-council'] }, 'plan.read', true],
  ['pupil', { posts: ['pupils-council'] }, 'plan.propose', true],
  ['pupil', { posts: ['pupils-council'], right: 'read' }, 'plan.propose', true],
  ['pupil', { posts: [] }, 'plan.read', false],
  ['teacher', { posts: ['section-owner'] }, 'plan.read', true, 'none'],
  ['teacher', { posts: ['responsible'] }, 'plan.vote', true, 'none'],
  ['leadership', { posts: ['head'] }, 'plan.vote', true, 'none'],
  // But no more than reading, and not for one to whom it is shut by name.
  ['pupil', { posts: ['pupils-council'] }, 'plan.export', false],
  ['pupil', { posts: ['pupils-council'] }, 'plan.discuss', false],
  ['pupil', { posts: ['pupils-council'] }, 'plan.read-threads', false],
  ['pupil', { posts: ['pupils-council'], right: 'none' }, 'plan.read', false],
  ['pupil', { posts: ['pupils-council'], right: 'none' }, 'plan.propose', false],
  ['teacher', { posts: ['section-owner'] }, 'plan.discuss', false, 'none'],
  ['teacher', { posts: ['section-owner'] }, 'plan.write', true],
  ['teacher', { posts: ['section-owner'], right: 'read' }, 'plan.write', false],
  ['teacher', { posts: ['responsible'], right: 'none' }, 'plan.read', false],
  // Oneself.
  ['teacher', { isThemselves: true }, 'member.rename', true],
  ['pupil', { isThemselves: true }, 'member.rename', false],
  ['guest', { isThemselves: true }, 'member.rename', true],
  ['teacher', { isThemselves: true }, 'member.change', false],
  ['leadership', { isThemselves: true }, 'member.change', false],
  ['teacher', { isThemselves: true, right: 'write' }, 'plan.appoint', false],
]

describe('who may do what, by what joins them to the plan', () => {
  const rows = RELATIONS.map(([role, ...rest]) => [role, ...rest, null].slice(0, 5) as Row)

  it.each(rows)('%s with %j, %s: %s', (role, relation, verb, isAllowed, defaultRight) => {
    const principal: Principal = { memberships: [{ schoolId: SCHOOL, role, defaultRight }] }
    const what = { schoolId: SCHOOL, planState: 'active', relation } as const

    expect(may(principal, verb, what)).toBe(isAllowed)
  })

  const rights = [null, ...PLAN_RIGHTS]
  it.each(ROLES)('%s never gets beyond the ceiling, and less never gives more', (role) => {
    const asked = (right: PlanRight | null, verb: Verb, defaultRight: PlanRight | null) =>
      may({ memberships: [{ schoolId: SCHOOL, role, defaultRight }] }, verb, {
        schoolId: SCHOOL,
        planState: 'active',
        relation: { right },
      })
    for (const usual of rights) {
      for (const verb of Object.keys(POLICY) as Verb[]) {
        const answers = PLAN_RIGHTS.map((right) => asked(right, verb, usual))
        expect(answers).toEqual(answers.toSorted())
        if (role === 'pupil' || role === 'guest')
          expect(asked('write', 'plan.write', usual)).toBe(false)
      }
    }
  })
})
