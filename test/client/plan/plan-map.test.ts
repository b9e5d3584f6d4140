import { describe, expect, it } from 'vitest'
import { mapSections, wheelParts } from '../../../client/plan/plan-map.ts'
import { parseCalendarDate } from '../../../shared/calendar-date.ts'
import type { ActionId } from '../../../shared/ids.ts'
import type { Action, Plan } from '../../../shared/plan/plan.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'

const TODAY = parseCalendarDate('2027-01-19')!

describe('the sections of a plan', () => {
  it('stand in the order of the template, numbered only when they are commitments', () => {
    const numbers = mapSections(planWith({}), CURRENT_TEMPLATE, 'nb').map(({ number }) => number)

    expect(numbers).toEqual([null, null, 1, 2, 3, 4, 5, null])
  })

  it('have their words in the language of the reader', () => {
    expect(titleIn('nb')).toBe('Felles lederskap')
    expect(titleIn('en')?.toLowerCase()).toBe('shared leadership')
  })

  it('count as written only the fields with more than a line', () => {
    const plan = planWith({
      texts: { 'models.today': words(200), 'models.next': words(20) },
      actions: [action('models')],
    })
    const models = mapSections(plan, CURRENT_TEMPLATE, 'nb').find(({ id }) => id === 'models')

    expect(models).toMatchObject({ written: 1 })
    expect(models?.fields.map(({ state }) => state)).toEqual(['written', 'begun'])
    expect(models?.actions).toHaveLength(1)
  })
})

describe('the wheel of a plan', () => {
  it('has the five parts in order, with their actions and how many of them are late', () => {
    const late = { ...action('pupils'), due: parseCalendarDate('2026-12-11') }
    const done = { ...late, status: 'done' as const }
    const parts = wheelParts(planWith({ actions: [late, done] }), TODAY)

    expect(parts.map(({ commitment }) => commitment)).toEqual([
      'leadership',
      'collaboration',
      'pupils',
      'models',
      'inclusion',
    ])
    expect(parts[2]).toMatchObject({ statuses: ['planned', 'done'], lateCount: 1 })
  })
})

function titleIn(language: 'nb' | 'en'): string | undefined {
  return mapSections(planWith({}), CURRENT_TEMPLATE, language)[2]?.title
}

function planWith(changes: Partial<Plan>): Plan {
  return {
    schema: 1,
    title: '',
    language: 'nb',
    periodStart: null,
    periodEnd: null,
    template: { id: 'etwinning-school', version: 1 },
    texts: {},
    actions: [],
    deletedActions: [],
    evidence: [],
    ...changes,
  }
}

function action(commitment: Action['commitment']): Action {
  const texts = {
    title: [],
    goal: [],
    description: [],
    indicator: [],
    pupilsPart: [],
    resources: [],
  }
  return {
    id: 'a' as ActionId,
    commitment,
    rank: 'a0' as Rank,
    texts,
    owners: [],
    start: null,
    due: null,
    deletedAtMs: null,
    status: 'planned',
    checkIns: [],
  }
}

function words(characters: number): RichText {
  return [
    { type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(characters), marks: [] }] },
  ]
}
