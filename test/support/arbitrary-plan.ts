/** Any two plans of one template, drawn from few of everything, so that much is equal and much moved. */
import * as fc from 'fast-check'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { ActionId } from '../../shared/ids.ts'
import { COMMITMENTS } from '../../shared/plan/commitments.ts'
import {
  type Action,
  ACTION_TEXTS,
  type CheckIn,
  type Evidence,
  type Owner,
  type Plan,
} from '../../shared/plan/plan.ts'
import type { Rank } from '../../shared/plan/rank.ts'
import { STATUSES } from '../../shared/plan/status.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'
import { type FieldId, templateFieldIds } from '../../shared/templates/template.ts'
import type { Inline, RichText } from '../../shared/text/rich-text.ts'
import { arbitraryRichText } from './arbitrary-rich-text.ts'

const idOf = (digit: string) => digit.repeat(20)
const IDS = ['1', '2', '3', '4', '5', '6'].map((digit) => idOf(digit) as ActionId)
const date = fc.option(fc.constantFrom('2026-11-12', '2027-01-19') as fc.Arbitrary<CalendarDate>)
const owner: fc.Arbitrary<Owner> = fc.constantFrom(
  { kind: 'name', name: 'Elevrådet' },
  { kind: 'member', memberId: idOf('a') },
  { kind: 'member', memberId: idOf('b') },
)

/** A text that another one of these has words, blocks or items in common with. */
export const relatedText: fc.Arbitrary<RichText> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.oneof(relatedLine(), relatedBlock()), { maxLength: 6 }) },
  { weight: 1, arbitrary: arbitraryRichText },
)

function relatedLine(): fc.Arbitrary<RichText[number]> {
  const marks = fc.constantFrom<Inline & { type: 'text' }>(
    ...[
      [],
      [{ type: 'bold' as const }],
      [{ type: 'link' as const, href: 'https://x.example/' }],
    ].map((list) => ({ type: 'text' as const, text: '', marks: list })),
  )
  const word = fc.constantFrom('Vi ', 'møtes ', 'hver ', 'uke', ', ', 'elevrådet ')
  const run = fc
    .tuple(marks, fc.array(word, { minLength: 1, maxLength: 4 }))
    .map(([inline, words]): Inline => ({ ...inline, text: words.join('') }))
  const breaks = fc.constant<Inline>({ type: 'hardBreak' })
  const content = fc
    .array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: breaks }), {
      maxLength: 3,
    })
    .map(joined)
  return fc.oneof(
    { weight: 4, arbitrary: content.map((it) => ({ type: 'paragraph' as const, content: it })) },
    {
      weight: 1,
      arbitrary: content.map((it) => ({
        type: 'heading' as const,
        level: 3 as const,
        content: it,
      })),
    },
  )
}

function relatedBlock(): fc.Arbitrary<RichText[number]> {
  const items = fc.array(fc.array(relatedLine(), { maxLength: 2 }), { maxLength: 3 })
  return fc.oneof(
    items.map((it) => ({ type: 'bulletList' as const, items: it })),
    items.map((it) => ({ type: 'orderedList' as const, start: it.length % 2, items: it })),
    items.map((it) => ({
      type: 'taskList' as const,
      items: it.map((content, at) => ({ checked: at % 2 === 0, content })),
    })),
    fc
      .array(relatedLine(), { maxLength: 2 })
      .map((it) => ({ type: 'callout' as const, content: it })),
  )
}

function joined(content: readonly Inline[]): readonly Inline[] {
  return content.filter((inline, at) => {
    const before = content[at - 1]
    return !(
      inline.type === 'text' &&
      before?.type === 'text' &&
      JSON.stringify(before.marks) === JSON.stringify(inline.marks)
    )
  })
}

const checkIn: fc.Arbitrary<CheckIn> = fc.record({
  id: fc.constantFrom(idOf('c'), idOf('d')),
  date: fc.constant('2026-12-08' as CalendarDate),
  status: fc.constantFrom(...STATUSES),
  text: fc.constantFrom('Flyttet', 'I rute'),
  by: owner,
})

/** Two texts of an action are any, the others empty: enough, and drawn in a moment. */
const actionTexts = fc
  .tuple(relatedText, relatedText)
  .map(
    (words) =>
      Object.fromEntries(
        ACTION_TEXTS.map((name, at) => [name, words[at] ?? []]),
      ) as Action['texts'],
  )

const action = fc.record({
  commitment: fc.constantFrom(...COMMITMENTS.slice(0, 2)),
  texts: actionTexts,
  owners: fc.uniqueArray(owner, { selector: (it) => JSON.stringify(it), maxLength: 3 }),
  start: date,
  due: date,
  status: fc.constantFrom(...STATUSES),
  checkIns: fc.uniqueArray(checkIn, { selector: ({ id }) => id, maxLength: 2 }),
  isDeleted: fc.constantFrom(false, false, false, false, true),
})

const evidence: fc.Arbitrary<Evidence> = fc.record({
  id: fc.constantFrom(idOf('e'), idOf('f')),
  target: fc.constantFrom<Evidence['target']>(
    { fieldId: 'leadership.today' },
    { actionId: IDS[0] ?? (idOf('1') as ActionId) },
  ),
  kind: fc.constant('note' as const),
  label: fc.constantFrom('Referat', 'Bilde'),
  address: fc.constant(null),
})

/** Actions in an order of their own; each of the six is there, deleted, or unknown. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .record({
    title: fc.constantFrom('Vår plan', 'Vår nye plan'),
    language: fc.constantFrom('nb' as const, 'nn' as const),
    periodStart: date,
    periodEnd: date,
    words: fc.array(relatedText, { minLength: 3, maxLength: 3 }),
    ids: fc.shuffledSubarray(IDS, { minLength: 3 }),
    actions: fc.array(action, { minLength: IDS.length, maxLength: IDS.length }),
    evidence: fc.uniqueArray(evidence, { selector: ({ id }) => id, maxLength: 2 }),
  })
  .map(({ words, ids, actions, ...facts }): Plan => {
    const made = ids.flatMap((id, at): Action[] => {
      const drawn = actions[at]
      if (!drawn) return []
      const { isDeleted, ...one } = drawn
      return [{ ...one, id, rank: `a${at}` as Rank, deletedAtMs: isDeleted ? at : null }]
    })
    const fieldIds: readonly FieldId[] = templateFieldIds(etwinningSchoolV1)
    return {
      schema: 1,
      ...facts,
      template: { id: etwinningSchoolV1.id, version: etwinningSchoolV1.version },
      texts: Object.fromEntries(
        fieldIds.map((fieldId, at) => [fieldId, words[at] ?? []]),
      ) as Plan['texts'],
      actions: COMMITMENTS.flatMap((commitment) =>
        made.filter((it) => it.commitment === commitment && it.deletedAtMs === null),
      ),
      deletedActions: made.filter(({ deletedAtMs }) => deletedAtMs !== null),
    }
  })

/** Two plans: one and another, or one and itself with some of another in it, or in another order. */
export const twoPlans: fc.Arbitrary<readonly [Plan, Plan]> = fc
  .tuple(
    arbitraryPlan,
    arbitraryPlan,
    fc.constantFrom('all', 'texts', 'actions', 'order', 'nothing'),
    fc.shuffledSubarray(IDS, { minLength: IDS.length }),
  )
  .map(([one, other, what, order]) => {
    if (what === 'order') return [one, { ...one, actions: inOrder(one.actions, order) }]
    if (what === 'all') return [one, other]
    if (what === 'texts') return [one, { ...one, texts: other.texts }]
    if (what === 'nothing') return [one, structuredClone(one)]
    const { actions, deletedActions } = other
    return [one, { ...one, actions, deletedActions }]
  })

function inOrder(actions: readonly Action[], ids: readonly ActionId[]): readonly Action[] {
  return COMMITMENTS.flatMap((commitment) =>
    actions
      .filter((it) => it.commitment === commitment)
      .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
  )
}
