import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSame } from '../../../client/open-plan/keep-same.ts'
import { createPlanReader } from '../../../client/open-plan/plan-reader.ts'
import { steadyChoice } from '../../../client/open-plan/use-plan-reading.ts'
import { createId, type ActionId } from '../../../shared/ids.ts'
import { setActionStatus } from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { fieldText, findPlanRoots } from '../../../shared/plan/plan-doc.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { rankBetween } from '../../../shared/plan/rank.ts'
import { seedPlan } from '../../../shared/plan/seed-plan.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'

const ids = [1, 2].map((n) => createId<ActionId>((count) => new Uint8Array(count).fill(n)))

function planDoc(): Y.Doc {
  const doc = new Y.Doc()
  const seed = { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null } as const
  seedPlan(
    doc,
    etwinningSchoolV1,
    { ...seed, content: NO_CONTENT },
    (count) => new Uint8Array(count),
  )
  for (const id of ids) {
    createAction(
      doc,
      { id, commitment: 'pupils', rank: rankBetween(null, null), deletedAt: null },
      'init',
    )
  }
  return doc
}

const write = (doc: Y.Doc, words: string) =>
  (fieldText(doc, 'leadership.today').get(0) as Y.XmlElement).insert(0, [new Y.XmlText(words)])

describe('a plan that is read again and again', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is read once a frame, and tells when it reads differently', () => {
    const doc = planDoc()
    const reader = createPlanReader(doc, etwinningSchoolV1)
    let told = 0
    reader.get()
    reader.subscribe(() => (told += 1))
    vi.runOnlyPendingTimers()

    write(doc, 'a')
    write(doc, 'b')
    const before = told
    vi.advanceTimersByTime(300)

    expect([before, told]).toEqual([0, 1])
    expect(reader.get()).toEqual(readPlan(doc, etwinningSchoolV1).plan)
  })

  it('is read at once when a button did something', () => {
    const doc = planDoc()
    const reader = createPlanReader(doc, etwinningSchoolV1)
    let told = 0
    reader.get()
    reader.subscribe(() => (told += 1))
    vi.runOnlyPendingTimers()

    doc.transact(() => write(doc, 'a'), 'ui')
    const atOnce = told
    vi.advanceTimersByTime(300)

    expect([atOnce, told]).toEqual([1, 1])
  })

  it('keeps every part that did not change', () => {
    const doc = planDoc()
    const reader = createPlanReader(doc, etwinningSchoolV1)
    const first = reader.get()
    reader.subscribe(() => undefined)

    setActionStatus(doc, ids[0]!, 'done', 'ui')
    vi.advanceTimersByTime(300)
    const second = reader.get()

    expect(second.actions[0]).not.toBe(first.actions[0])
    expect(second.actions[1]).toBe(first.actions[1])
    expect(second.texts).toBe(first.texts)
    expect(second).toEqual(readPlan(doc, etwinningSchoolV1).plan)
  })

  it('reads as one who reads for the first time, whatever was done', () => {
    const doc = planDoc()
    const roots = findPlanRoots(doc)
    const reader = createPlanReader(doc, etwinningSchoolV1)
    reader.subscribe(() => undefined)
    const [first, second] = ids as [ActionId, ActionId]
    const deeds: readonly (() => void)[] = [
      () => write(doc, 'Ord'),
      () => setActionStatus(doc, first, 'started', 'ui'),
      () => (roots.actions!.get(first) as Y.Map<unknown>).set('due', '2027-02-01'),
      () =>
        (roots.actions!.get(first) as Y.Map<Y.Map<unknown>>).get('owners')?.set('name:Eli', true),
      () => roots.progress?.set(first, new Y.Map([['status', 'done']])),
      () => (roots.progress!.get(first) as Y.Map<unknown>).set('status', 'paused'),
      () => roots.progress?.delete(second),
      () => (roots.actions!.get(second) as Y.Map<unknown>).set('deletedAt', 5),
      () => roots.actions?.delete(first),
    ]

    for (const deed of deeds) {
      deed()
      vi.advanceTimersByTime(300)
      expect(reader.get()).toEqual(readPlan(doc, etwinningSchoolV1).plan)
    }
  })

  it('sees what was written between the first reading and the first listener', () => {
    const doc = planDoc()
    const reader = createPlanReader(doc, etwinningSchoolV1)
    reader.get()
    write(doc, 'Tidlig')

    reader.subscribe(() => undefined)
    vi.advanceTimersByTime(300)

    expect(reader.get()).toEqual(readPlan(doc, etwinningSchoolV1).plan)
  })
})

describe('what a page chooses to show of a plan', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is the very same while only something else changes, and another when it changes', () => {
    const doc = planDoc()
    const reader = createPlanReader(doc, etwinningSchoolV1)
    const choice = steadyChoice(reader, ({ actions }) => ({
      statuses: actions.map(({ status }) => status),
    }))
    const first = choice()
    reader.subscribe(() => undefined)

    write(doc, 'Noe annet')
    vi.advanceTimersByTime(300)
    const afterWords = choice()
    setActionStatus(doc, ids[0]!, 'done', 'ui')
    vi.advanceTimersByTime(300)

    expect(afterWords).toBe(first)
    expect(choice()).toEqual({ statuses: ['done', 'planned'] })
  })
})

describe('keepSame', () => {
  it('keeps items by their id when their order changes', () => {
    const before = [{ id: 1 }, { id: 2, words: ['a'] }]

    const now = keepSame(before, [{ id: 2, words: ['a'] }, { id: 1 }])

    expect(now).toEqual([{ id: 2, words: ['a'] }, { id: 1 }])
    expect(now[0]).toBe(before[1])
  })

  it('notices what is gone, what is new and what is null', () => {
    expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(keepSame([1, 2], [1, 2, 3])).toEqual([1, 2, 3])
    expect(keepSame({ a: null }, { a: [] })).toEqual({ a: [] })
  })
})
