import { expect, it } from 'vitest'
import { createPlanSearch } from '../../../client/plan/find-in-plan.ts'
import type { MapSection } from '../../../client/plan/plan-map.ts'
import type { ActionId } from '../../../shared/ids.ts'
import type { Action, Plan } from '../../../shared/plan/plan.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'

const words = (text: string): RichText => [
  { type: 'paragraph', content: [{ type: 'text', text, marks: [] }] },
]
const NONE = { goal: [], description: [], indicator: [], pupilsPart: [], resources: [] }
const action = {
  id: 'a1' as ActionId,
  texts: { ...NONE, title: words('Øvelse'), goal: words('Flere får øve på å lede møtene våre') },
} as unknown as Action
const plan = {
  texts: {
    'x.today': words('Vi øver hver uke, og det er lenge siden noen sa at vi øvde for lite'),
  },
} as unknown as Plan
const section = {
  id: 'x',
  number: 2,
  fields: [{ id: 'x.today', words: { label: 'I dag' } }],
  actions: [action],
} as unknown as MapSection
const find = createPlanSearch(plan, [section])

it('finds words in fields and in actions, without accents, as they stand there', () => {
  expect(find('ove').map(({ textId, place, words: found }) => [textId, place, found])).toEqual([
    ['x.today', 'I dag', 'øve'],
    ['a1.goal', '2.1 Øvelse', 'øve'],
  ])
})

it('shows them with the words around', () => {
  const [hit] = find('for lite')

  expect(hit?.excerpt).toBe('… siden noen sa at vi øvde for lite')
})

it('does not look for a single letter, nor for nothing', () => {
  expect([...find('v'), ...find(' '), ...find('finnes ikke')]).toEqual([])
})
