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
  ['pupil', 'plan.read', 'active', true],
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

  ['nobody', 'school.invite', '-', false],
  ['coordinator', 'school.invite', '-', true],
  ['teacher', 'school.invite', '-', false],
  ['leadership', 'school.invite', '-', false],
  ['pupil', 'school.invite', '-', false],
  ['guest', 'school.invite', '-', false],
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
