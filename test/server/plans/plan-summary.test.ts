import { describe, expect, it } from 'vitest'
import { showListedPlan, summarizePlan } from '../../../server/plans/plan-summary.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import type { PlanId } from '../../../shared/ids.ts'
import type { Action, Plan } from '../../../shared/plan/plan.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'

const day = (text: string) => text as CalendarDate
const text = (words: string): RichText => [
  { type: 'paragraph', content: [{ type: 'text', text: words, marks: [] }] },
]
const action = (traits: Partial<Action>): Action =>
  ({ commitment: 'pupils', status: 'planned', due: null, ...traits }) as Action

const PLAN = {
  title: 'Plan',
  periodStart: day('2026-01-01'),
  periodEnd: null,
  texts: { 'pupils.today': text('Kort.'), 'pupils.next': text('ord '.repeat(50)) },
  actions: [
    action({ status: 'started', due: day('2027-01-18') }),
    action({ status: 'done', due: day('2026-01-18') }),
    action({ commitment: 'models', status: 'planned', due: day('2027-01-19') }),
  ],
} as unknown as Plan

const listed = {
  planId: 'p' as PlanId,
  state: 'active',
  changedAtMs: 5,
  summary: summarizePlan(PLAN),
  leaders: { head: null, responsible: [] },
} as const

const lateOn = (date: string) =>
  showListedPlan(listed, day(date)).wheel.map(({ lateCount }) => lateCount)

describe('what a list shows of a plan', () => {
  it('is a part per commitment, in their order', () => {
    const { wheel } = showListedPlan(listed, day('2027-01-19'))

    expect(wheel.map(({ commitment }) => commitment)).toEqual([
      'leadership',
      'collaboration',
      'pupils',
      'models',
      'inclusion',
    ])
    expect(wheel[2]).toEqual({
      commitment: 'pupils',
      today: 'begun',
      next: 'written',
      statuses: ['started', 'done'],
      lateCount: 1,
    })
    expect(wheel[0]).toMatchObject({ today: 'empty', statuses: [], lateCount: 0 })
  })

  it('counts as late what is late on the day it is shown', () => {
    expect(lateOn('2027-01-18')).toEqual([0, 0, 0, 0, 0])
    expect(lateOn('2027-01-20')).toEqual([0, 0, 1, 1, 0])
  })
})
