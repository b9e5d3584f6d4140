import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlans } from '../../../shared/plan/compare-plans.ts'
import { findReordered } from '../../../shared/plan/find-reordered.ts'
import { isSamePlan } from '../../../shared/plan/plan-difference.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { EMPTY_PLAN, plainAction, planWith } from '../../support/plain-plan.ts'
import { applyDifference, seen } from '../../support/apply-difference.ts'
import { twoPlans } from '../../support/arbitrary-plan.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

describe('two states of a plan', () => {
  it('tell an action that came, with its place', () => {
    expect(
      comparePlans(planWith(plainAction('1')), planWith(plainAction('1'), plainAction('2')))
        .actions,
    ).toEqual([
      {
        action: plainAction('2'),
        before: { kind: 'absent' },
        after: { kind: 'here', commitment: 'leadership', number: 2 },
        isReordered: false,
        parts: [],
      },
    ])
  })

  it('tell one move as one, and only the facts that changed', () => {
    const before = planWith(plainAction('1'), plainAction('2'), plainAction('3'))
    const after = planWith(plainAction('3'), plainAction('1', { status: 'done' }), plainAction('2'))

    const told = comparePlans(before, after).actions.map(
      ({ action: { id }, isReordered, parts }) => [id[0], isReordered, parts],
    )

    expect(told).toEqual([
      ['3', true, []],
      ['1', false, [{ part: 'status', from: 'planned', to: 'done' }]],
    ])
  })

  it('tell an action that went to another commitment once, where it is', () => {
    const before = planWith(plainAction('1'))
    const after = planWith(plainAction('1', { commitment: 'pupils' }))

    expect(comparePlans(before, after).actions).toMatchObject([
      {
        before: { commitment: 'leadership', number: 1 },
        after: { commitment: 'pupils', number: 1 },
        parts: [{ part: 'commitment', from: 'leadership', to: 'pupils' }],
      },
    ])
  })

  it('tell an action that was deleted, and one that was made and deleted since', () => {
    const deleted = {
      ...EMPTY_PLAN,
      deletedActions: [plainAction('1', { deletedAtMs: 1 }), plainAction('2', { deletedAtMs: 2 })],
    }

    expect(comparePlans(planWith(plainAction('1')), deleted).actions).toMatchObject([
      { before: { kind: 'here' }, after: { kind: 'deleted' } },
      { before: { kind: 'absent' }, after: { kind: 'deleted' } },
    ])
  })

  it('tell nothing of a rank that leaves the order as it is', () => {
    const before = planWith(plainAction('1'), plainAction('2'))
    const after = planWith(plainAction('1', { rank: 'Zz' as Rank }), plainAction('2'))

    expect(isSamePlan(comparePlans(before, after))).toBe(true)
  })
})

describe('any two plans', () => {
  it(
    'lead from the one to the other by what is told',
    () => {
      fc.assert(
        fc.property(twoPlans, ([before, after]) => {
          const difference = comparePlans(before, after)

          expect(seen(applyDifference(before, difference))).toEqual(seen(after))
          const isSame = JSON.stringify(seen(before)) === JSON.stringify(seen(after))
          expect(isSamePlan(difference)).toBe(isSame)
        }),
        { numRuns: propertyRuns(150) },
      )
    },
    propertyTimeoutMs(150),
  )

  it(
    'tell nothing of a plan and itself',
    () => {
      fc.assert(
        fc.property(twoPlans, ([plan]) => {
          expect(isSamePlan(comparePlans(plan, structuredClone(plan)))).toBe(true)
        }),
        { numRuns: propertyRuns(50) },
      )
    },
    propertyTimeoutMs(50),
  )
})

describe('what was moved in a list', () => {
  it('is as little as can be', () => {
    expect(findReordered(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['d'])
    expect(findReordered(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([])
    expect(findReordered(['a', 'x', 'b'], ['b', 'y', 'a'])).toHaveLength(1)
  })
})
