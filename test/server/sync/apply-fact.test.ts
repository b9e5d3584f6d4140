import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import type { ThreadId } from '../../../shared/ids.ts'
import { deleteAction, setActionStatus } from '../../../shared/plan/change-action.ts'
import { actionContent, createSuggestedPlan, paragraphs } from '../../support/suggested-plan.ts'

const STALE = { code: 'suggestion-stale' }

const DUE = '2027-01-15' as CalendarDate

function withAction() {
  const plan = createSuggestedPlan({
    actions: [actionContent({ owners: ['name:Kari'] }), actionContent({ commitment: 'pupils' })],
  })
  const { id } = plan.plan().actions.find(({ commitment }) => commitment === 'leadership')!
  const action = () => plan.plan().actions.find((each) => each.id === id)!
  return { plan, action, on: { kind: 'action', actionId: id, part: null, anchor: null } as const }
}

describe('a suggested fact', () => {
  it('[T12] takes the place of the old one', () => {
    const { plan, action, on } = withAction()

    plan.suggest(on, { kind: 'fact', fact: 'due', from: null, to: DUE })
    plan.suggest(on, { kind: 'fact', fact: 'status', from: 'planned', to: 'done' })
    plan.suggest(on, {
      kind: 'fact',
      fact: 'owners',
      from: ['name:Kari'],
      to: ['name:Ola', 'name:Li'],
    })
    plan.suggest(on, { kind: 'fact', fact: 'commitment', from: 'leadership', to: 'pupils' })

    expect(action()).toMatchObject({ due: DUE, status: 'done', commitment: 'pupils' })
    expect(action().owners).toEqual([
      { kind: 'name', name: 'Li' },
      { kind: 'name', name: 'Ola' },
    ])
    expect(plan.plan().actions.at(-1)).toEqual(action())
  })

  it('[T10] is stale when the fact is another by now, or the action deleted', () => {
    const { plan, on } = withAction()
    plan.edit((doc) => setActionStatus(doc, on.actionId, 'started', 'ui'))

    expect(() =>
      plan.suggest(on, { kind: 'fact', fact: 'status', from: 'planned', to: 'done' }),
    ).toThrow(expect.objectContaining(STALE))
    plan.edit((doc) => deleteAction(doc, on.actionId, 1, 'ui'))
    expect(() => plan.suggest(on, { kind: 'fact', fact: 'due', from: null, to: DUE })).toThrow(
      expect.objectContaining(STALE),
    )
  })
})

describe('a suggested action', () => {
  const change = {
    kind: 'new-action',
    commitment: 'pupils',
    title: 'Lese\nmer',
    description: 'Hver dag.\nI alle fag.',
    due: null,
  } as const

  it('[T13] is made whole, as the last of its commitment', () => {
    const plan = createSuggestedPlan({ actions: [actionContent({ commitment: 'pupils' })] })

    plan.suggest({ kind: 'section', sectionId: 'pupils' }, change)

    expect(plan.plan().actions[1]).toMatchObject({
      commitment: 'pupils',
      status: 'planned',
      texts: { title: paragraphs('Lese mer'), description: paragraphs('Hver dag.', 'I alle fag.') },
    })
  })

  it('[T13] is made once, and again when it was taken back or deleted', () => {
    const plan = createSuggestedPlan({})
    const threadId = 'the-thread' as ThreadId
    const suggest = () => plan.suggest({ kind: 'section', sectionId: 'pupils' }, change, threadId)
    const first = suggest()

    expect(suggest).toThrow(expect.objectContaining(STALE))
    plan.takeBack(first)
    suggest()
    expect(suggest).toThrow(expect.objectContaining(STALE))

    expect(plan.plan().actions).toHaveLength(1)
    expect(plan.plan().deletedActions).toHaveLength(1)
  })

  it('[T13] taken back is deleted softly, unless somebody has gone on with it', () => {
    const plan = createSuggestedPlan({})
    const first = plan.suggest({ kind: 'section', sectionId: 'pupils' }, change)
    const second = plan.suggest({ kind: 'section', sectionId: 'pupils' }, change)
    const { id } = plan.plan().actions[1]!
    plan.edit((doc) => setActionStatus(doc, id, 'started', 'ui'))

    plan.takeBack(first)

    expect(plan.plan().actions.map((action) => action.id)).toEqual([id])
    expect(plan.plan().deletedActions).toMatchObject([{ deletedAtMs: 1000 }])
    expect(() => plan.takeBack(second)).toThrow(expect.objectContaining(STALE))
  })
})
