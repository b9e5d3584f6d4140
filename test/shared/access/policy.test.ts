import { describe, expect, it } from 'vitest'
import {
  may,
  PLAN_STATES,
  type PlanState,
  POLICY,
  type Principal,
  type Role,
  ROLES,
  type Verb,
} from '../../../shared/access/policy.ts'

const SCHOOL = 'ternvag'

/**
 * Written by hand, not made from the table: a table cannot test itself. '-' is
 * a verb that is not about a plan.
 */
const ROWS: readonly (readonly [Role | 'nobody', Verb, PlanState | '-', boolean])[] = [
  ['nobody', 'plan.list', '-', false],
  ['nobody', 'plan.create', '-', false],
  ['nobody', 'plan.read', 'active', false],
  ['nobody', 'plan.write', 'active', false],
  ['nobody', 'plan.export', 'active', false],

  ['coordinator', 'plan.list', '-', true],
  ['coordinator', 'plan.create', '-', true],
  ['coordinator', 'plan.read', 'active', true],
  ['coordinator', 'plan.read', 'closed', true],
  ['coordinator', 'plan.read', 'archived', true],
  ['coordinator', 'plan.read', 'deleted', false],
  ['coordinator', 'plan.write', 'active', true],
  ['coordinator', 'plan.write', 'closed', false],
  ['coordinator', 'plan.write', 'archived', false],
  ['coordinator', 'plan.write', 'deleted', false],
  ['coordinator', 'plan.export', 'closed', true],

  ['teacher', 'plan.list', '-', true],
  ['teacher', 'plan.create', '-', true],
  ['teacher', 'plan.read', 'active', true],
  ['teacher', 'plan.read', 'archived', true],
  ['teacher', 'plan.write', 'active', true],
  ['teacher', 'plan.write', 'closed', false],
  ['teacher', 'plan.export', 'active', true],
  ['teacher', 'plan.export', 'deleted', false],

  ['leadership', 'plan.list', '-', true],
  ['leadership', 'plan.create', '-', false],
  ['leadership', 'plan.read', 'active', true],
  ['leadership', 'plan.write', 'active', false],
  ['leadership', 'plan.export', 'active', true],
  ['leadership', 'plan.export', 'archived', true],

  ['pupil', 'plan.list', '-', true],
  ['pupil', 'plan.create', '-', false],
  ['pupil', 'plan.read', 'active', false],
  ['pupil', 'plan.write', 'active', false],
  ['pupil', 'plan.export', 'active', false],

  ['guest', 'plan.create', '-', false],
  ['guest', 'plan.read', 'active', true],
  ['guest', 'plan.read', 'deleted', false],
  ['guest', 'plan.write', 'active', false],
  ['guest', 'plan.export', 'active', true],

  ['nobody', 'plan.share', 'active', false],
  ['coordinator', 'plan.share', 'active', true],
  ['coordinator', 'plan.share', 'archived', true],
  ['coordinator', 'plan.share', 'deleted', false],
  ['teacher', 'plan.share', 'active', true],
  ['leadership', 'plan.share', 'active', true],
  ['pupil', 'plan.share', 'active', false],
  ['guest', 'plan.share', 'active', false],

  // Settings, audit trail, members: "coordinators and leadership read", "settable by the coordinator".
  ['nobody', 'school.read', '-', false],
  ['teacher', 'school.read', '-', true],
  ['leadership', 'school.read', '-', true],
  ['pupil', 'school.read', '-', false],
  ['guest', 'school.read', '-', false],
  ['coordinator', 'school.settle', '-', true],
  ['teacher', 'school.settle', '-', false],
  ['leadership', 'school.settle', '-', false],
  ['coordinator', 'school.audit', '-', true],
  ['leadership', 'school.audit', '-', true],
  ['teacher', 'school.audit', '-', false],
  ['pupil', 'school.audit', '-', false],
  ['guest', 'school.audit', '-', false],
  ['coordinator', 'member.list', '-', true],
  ['leadership', 'member.list', '-', true],
  ['teacher', 'member.list', '-', false],
  ['pupil', 'member.list', '-', false],
  ['guest', 'member.list', '-', false],
  ['coordinator', 'member.change', '-', true],
  ['teacher', 'member.change', '-', false],
  ['leadership', 'member.change', '-', false],
  ['pupil', 'member.change', '-', false],
  ['guest', 'member.change', '-', false],
  ['nobody', 'member.rename', '-', false],
  ['coordinator', 'member.rename', '-', true],
  ['teacher', 'member.rename', '-', false],
  ['pupil', 'member.rename', '-', false],

  // Discuss and suggest: teachers and leadership; a guest only if the link says so; no pupil.
  ['coordinator', 'plan.discuss', 'active', true],
  ['teacher', 'plan.discuss', 'active', true],
  ['teacher', 'plan.discuss', 'closed', false],
  ['leadership', 'plan.discuss', 'active', true],
  ['leadership', 'plan.suggest', 'active', true],
  ['leadership', 'plan.suggest', 'archived', false],
  ['guest', 'plan.discuss', 'active', false],
  ['guest', 'plan.suggest', 'active', false],
  ['pupil', 'plan.discuss', 'active', false],
  ['pupil', 'plan.suggest', 'active', false],
  // What is said is for those who take part, also when it is over; history for those who work here.
  ['teacher', 'plan.read-threads', 'archived', true],
  ['leadership', 'plan.read-threads', 'active', true],
  ['guest', 'plan.read-threads', 'active', false],
  ['pupil', 'plan.read-threads', 'active', false],
  ['nobody', 'plan.read-threads', 'active', false],
  ['leadership', 'plan.read-history', 'active', true],
  ['teacher', 'plan.read-history', 'closed', true],
  ['guest', 'plan.read-history', 'active', false],
  ['pupil', 'plan.read-history', 'active', false],
  // Decide on suggestions: who writes.
  ['teacher', 'plan.decide', 'active', true],
  ['teacher', 'plan.decide', 'closed', false],
  ['leadership', 'plan.decide', 'active', false],
  ['guest', 'plan.decide', 'active', false],
  // Vote: leadership; others by a post only.
  ['leadership', 'plan.vote', 'active', true],
  ['leadership', 'plan.vote', 'closed', false],
  ['coordinator', 'plan.vote', 'active', false],
  ['teacher', 'plan.vote', 'active', false],
  ['pupil', 'plan.vote', 'active', false],
  // Submit, withdraw, publish: the coordinator.
  ['coordinator', 'plan.submit', 'active', true],
  ['coordinator', 'plan.submit', 'archived', false],
  ['teacher', 'plan.submit', 'active', false],
  ['leadership', 'plan.submit', 'active', false],
  ['coordinator', 'plan.publish', 'closed', true],
  ['teacher', 'plan.publish', 'active', false],
  // Propose: pupils.
  ['pupil', 'plan.propose', 'active', false],
  ['pupil', 'plan.propose', 'archived', false],
  ['teacher', 'plan.propose', 'active', false],
  ['guest', 'plan.propose', 'active', false],
  // Posts, rights and the plan's state: the coordinator; a deleted plan can be restored.
  ['coordinator', 'plan.appoint', 'active', true],
  ['coordinator', 'plan.appoint', 'deleted', false],
  ['teacher', 'plan.appoint', 'active', false],
  ['leadership', 'plan.appoint', 'active', false],
  ['coordinator', 'plan.settle', 'active', true],
  ['coordinator', 'plan.settle', 'deleted', true],
  ['teacher', 'plan.settle', 'active', false],
  ['leadership', 'plan.settle', 'archived', false],
  ['coordinator', 'plan.restore', '-', true],
  ['teacher', 'plan.restore', '-', false],

  // The pupils' door: coordinator and teachers.
  ['coordinator', 'plan.open-to-pupils', 'active', true],
  ['teacher', 'plan.open-to-pupils', 'active', true],
  ['teacher', 'plan.open-to-pupils', 'closed', true],
  ['teacher', 'plan.open-to-pupils', 'deleted', false],
  ['leadership', 'plan.open-to-pupils', 'active', false],
  ['guest', 'plan.open-to-pupils', 'active', false],
  ['coordinator', 'school.return-code', '-', true],
  ['teacher', 'school.return-code', '-', true],
  ['leadership', 'school.return-code', '-', false],
  ['pupil', 'school.return-code', '-', false],

  ['nobody', 'school.invite', '-', false],
  ['coordinator', 'school.invite', '-', true],
  ['teacher', 'school.invite', '-', false],
  ['leadership', 'school.invite', '-', false],
  ['pupil', 'school.invite', '-', false],
  ['guest', 'school.invite', '-', false],
  ['nobody', 'school.sign-in-link', '-', false],
  ['coordinator', 'school.sign-in-link', '-', true],
  ['teacher', 'school.sign-in-link', '-', false],
  ['leadership', 'school.sign-in-link', '-', false],
  ['pupil', 'school.sign-in-link', '-', false],
  ['guest', 'school.sign-in-link', '-', false],
]

describe('who may do what', () => {
  it.each(ROWS)('%s, %s, %s: %s', (role, verb, state, isAllowed) => {
    const what = state === '-' ? { schoolId: SCHOOL } : { schoolId: SCHOOL, planState: state }

    expect(may(who(role), verb, what)).toBe(isAllowed)
  })

  it('names every verb for every role somewhere', () => {
    const verbs = new Set(ROWS.map(([, verb]) => verb))

    expect([...verbs].sort()).toEqual(Object.keys(POLICY).sort())
    expect(new Set(ROWS.map(([role]) => role))).toEqual(new Set(['nobody', ...ROLES]))
  })
})

describe('whoever asks', () => {
  const everything = ROLES.flatMap((role) =>
    (Object.keys(POLICY) as Verb[]).flatMap((verb) =>
      PLAN_STATES.map((state) => [role, verb, state] as const),
    ),
  )

  it.each(everything)(
    '%s may not %s a plan that is %s in a school that is not theirs',
    (role, verb, planState) => {
      expect(may(who(role), verb, { schoolId: 'another', planState })).toBe(false)
    },
  )

  it('may do nothing about a plan whose state is not known', () => {
    expect(may(who('coordinator'), 'plan.read', { schoolId: SCHOOL })).toBe(false)
    expect(may(who('coordinator'), 'plan.write', { schoolId: SCHOOL })).toBe(false)
  })

  it('has in each school the role of that school', () => {
    const both: Principal = {
      memberships: [
        { schoolId: 'another', role: 'coordinator' },
        { schoolId: SCHOOL, role: 'pupil' },
      ],
    }

    expect(may(both, 'plan.write', { schoolId: 'another', planState: 'active' })).toBe(true)
    expect(may(both, 'plan.write', { schoolId: SCHOOL, planState: 'active' })).toBe(false)
  })
})

function who(role: Role | 'nobody'): Principal | null {
  return role === 'nobody' ? null : { memberships: [{ schoolId: SCHOOL, role }] }
}
