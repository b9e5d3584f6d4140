import { expect, it } from 'vitest'
import { findPlans, orderPlans } from '../../../client/plans/find-plans.ts'
import type { PlanSummary } from '../../../shared/api/plans.ts'

function plan(title: string, traits: Partial<PlanSummary> = {}): PlanSummary {
  return {
    planId: title,
    title,
    state: 'active',
    periodStart: null,
    periodEnd: null,
    wheel: [],
    changedAtMs: 1,
    leaders: { head: null, responsible: [] },
    ...traits,
  }
}

const titles = (plans: readonly PlanSummary[]) => plans.map(({ title }) => title)

it('a plan is found without accents, by its title or by who answers for it', () => {
  const plans = [
    plan('Ternvåg møter Europa'),
    plan('Språk', { leaders: { head: 'Marit Øye', responsible: ['Håkon Lie'] } }),
  ]

  expect(titles(findPlans(plans, 'moter'))).toEqual(['Ternvåg møter Europa'])
  expect(titles(findPlans(plans, 'hakon'))).toEqual(['Språk'])
  expect(titles(findPlans(plans, 'oye'))).toEqual(['Språk'])
  expect(titles(findPlans(plans, ''))).toEqual(titles(plans))
  expect(findPlans(plans, 'xyzzy')).toEqual([])
})

it('plans that are written in come first, closed ones after them, archived ones apart', () => {
  const plans = [plan('old', { state: 'archived' }), plan('over', { state: 'closed' }), plan('now')]

  const { current, archived } = orderPlans(plans)

  expect(titles(current)).toEqual(['now', 'over'])
  expect(titles(archived)).toEqual(['old'])
})
