import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionId } from '../../../shared/ids.ts'
import { comparePlans } from '../../../shared/plan/compare-plans.ts'
import { findReordered } from '../../../shared/plan/find-reordered.ts'
import { isSamePlan } from '../../../shared/plan/plan-difference.ts'
import type { Action, Plan } from '../../../shared/plan/plan.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { applyDifference, seen } from '../../support/apply-difference.ts'
import { twoPlans } from '../../support/arbitrary-plan.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const EMPTY: Plan = {
  schema: 1,
  title: 'Vår plan',
  language: 'nb',
  periodStart: null,
  periodEnd: null,
  template: { id: 'etwinning-school', version: 1 },
  texts: {},
  actions: [],
  deletedActions: [],
  evidence: [],
}

function action(id: string, change: Partial<Action> = {}): Action {
  const none = {
    title: [],
    goal: [],
    description: [],
    indicator: [],
    pupilsPart: [],
    resources: [],
  }
  return {
    id: id.repeat(20) as ActionId,
    commitment: 'leadership',
    rank: 'a0' as Rank,
    texts: none,
    owners: [],
    start: null,
    due: null,
    deletedAtMs: null,
    status: 'planned',
    checkIns: [],
    ...change,
  }
}

const withActions = (...actions: Action[]): Plan => ({ ...EMPTY, actions })

describe('two states of a plan', () => {
  it('tell an action that came, with its place', () => {
    expect(
      comparePlans(withActions(action('1')), withActions(action('1'), action('2'))).actions,
    ).toEqual([
      {
        action: action('2'),
        before: { kind: 'absent' },
        after: { kind: 'here', commitment: 'leadership', number: 2 },
        isReordered: false,
        parts: [],
      },
    ])
  })

  it('tell one move as one, and only the facts that changed', () => {
    const before = withActions(action('1'), action('2'), action('3'))
    const after = withActions(action('3'), action('1', { status: 'done' }), action('2'))

    const told = comparePlans(before, after).actions.map(
      ({ action: { id }, isReordered, parts }) => [id[0], isReordered, parts],
    )

    expect(told).toEqual([
      ['3', true, []],
      ['1', false, [{ part: 'status', from: 'planned', to: 'done' }]],
    ])
  })

  it('tell an action that went to another commitment once, where it is', () => {
    const before = withActions(action('1'))
    const after = withActions(action('1', { commitment: 'pupils' }))

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
      ...EMPTY,
      deletedActions: [action('1', { deletedAtMs: 1 }), action('2', { deletedAtMs: 2 })],
    }

    expect(comparePlans(withActions(action('1')), deleted).actions).toMatchObject([
      { before: { kind: 'here' }, after: { kind: 'deleted' } },
      { before: { kind: 'absent' }, after: { kind: 'deleted' } },
    ])
  })

  it('tell nothing of a rank that leaves the order as it is', () => {
    const before = withActions(action('1'), action('2'))
    const after = withActions(action('1', { rank: 'Zz' as Rank }), action('2'))

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
