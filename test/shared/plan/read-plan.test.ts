import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import { createId } from '../../../shared/ids.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { evidenceMap, fieldText, planMap } from '../../../shared/plan/plan-doc.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'
import { countedBytes } from '../../support/plan-documents.ts'

const random = countedBytes()

describe('an empty document', () => {
  it('[P9] [P11] reads as an empty plan and stays empty', () => {
    const doc = new Y.Doc()

    const { plan } = readPlan(doc, CURRENT_TEMPLATE)

    expect(plan).toEqual({
      schema: 0,
      title: '',
      language: 'nb',
      periodStart: null,
      periodEnd: null,
      template: { id: 'etwinning-school', version: 1 },
      texts: Object.fromEntries(templateFieldIds(CURRENT_TEMPLATE).map((id) => [id, []])),
      actions: [],
      deletedActions: [],
      evidence: [],
    })
    expect([...doc.share.keys()]).toEqual([])
  })
})

describe('roots of another kind', () => {
  it('[P9] are read as nothing where this program has asked for them so', () => {
    const doc = new Y.Doc()
    doc.getText('plan').insert(0, 'ord')
    doc.getArray('actions').push(['a'])
    doc.getMap('text:school.about').set('a', 1)

    const { plan, repairs } = readPlan(doc, CURRENT_TEMPLATE)

    expect(plan.title).toBe('')
    expect(plan.actions).toEqual([])
    expect(repairs).toContainEqual({ where: 'text:school.about', what: 'not a text' })
  })
})

describe('values that are not what they should be', () => {
  it('[P10] are replaced by the plainest one, and named', () => {
    const doc = new Y.Doc()
    planMap(doc).set('title', '  Plan\u0000 \u202efor\n2027 ')
    planMap(doc).set('language', 'tlh')
    planMap(doc).set('periodStart', '2027-02-30')
    planMap(doc).set('periodEnd', '2027-12-31')

    const { plan, repairs } = readPlan(doc, CURRENT_TEMPLATE)

    expect(plan.title).toBe('Plan for 2027')
    expect(plan.language).toBe('nb')
    expect([plan.periodStart, plan.periodEnd]).toEqual([null, '2027-12-31'])
    expect(repairs).toContainEqual({ where: 'plan/periodStart', what: 'not a date' })
  })

  it('[P10] a line is cut at 300 characters, never through a letter', () => {
    const doc = new Y.Doc()
    planMap(doc).set('title', `${'x'.repeat(299)}🏫`)

    expect(readPlan(doc, CURRENT_TEMPLATE).plan.title).toBe('x'.repeat(299))
  })
})

describe('actions', () => {
  it('[P7] stand by commitment, then by rank, then by id', () => {
    const doc = new Y.Doc()
    const ids = [1, 2, 3, 4].map((n) => String(n).repeat(20))
    addAction(doc, ids[3]!, { commitment: 'leadership', rank: 'a1' })
    addAction(doc, ids[2]!, { commitment: 'leadership', rank: 'a0' })
    addAction(doc, ids[1]!, { commitment: 'leadership', rank: 'a0' })
    addAction(doc, ids[0]!, { commitment: 'inclusion', rank: 'Zz' })

    const { plan } = readPlan(doc, CURRENT_TEMPLATE)

    expect(plan.actions.map(({ id }) => id[0])).toEqual(['2', '3', '4', '1'])
  })

  it('[P6] that were deleted stand apart, latest first; one whose making was undone is long gone', () => {
    const doc = new Y.Doc()
    addAction(doc, '1'.repeat(20), { deletedAt: 1000 })
    addAction(doc, '2'.repeat(20), { deletedAt: 2000 })
    addAction(doc, '3'.repeat(20), { deletedAt: 'new' })
    addAction(doc, '4'.repeat(20), {})

    const { plan } = readPlan(doc, CURRENT_TEMPLATE)

    expect(plan.actions.map(({ id }) => id[0])).toEqual(['4'])
    expect(plan.deletedActions.map(({ id, deletedAtMs }) => [id[0], deletedAtMs])).toEqual([
      ['2', 2000],
      ['1', 1000],
      ['3', 0],
    ])
  })

  it('[P10] have owners in the order of their keys, each once, and none that is no owner', () => {
    const doc = new Y.Doc()
    const action = addAction(doc, '1'.repeat(20), {})
    const owners = action.get('owners') as Y.Map<unknown>
    owners.set('name:Åse', true)
    owners.set('name: Åse ', true)
    owners.set('name:A\u030ase', true)
    owners.set('name:', true)
    owners.set('7'.repeat(20), true)
    owners.set('8'.repeat(20), false)
    owners.set('9'.repeat(20), 'yes')

    expect(readPlan(doc, CURRENT_TEMPLATE).plan.actions[0]!.owners).toEqual([
      { kind: 'member', memberId: '7'.repeat(20) },
      { kind: 'name', name: 'Åse' },
    ])
  })

  it('[P10] without progress are planned', () => {
    const doc = new Y.Doc()
    addAction(doc, '1'.repeat(20), {})
    doc.getMap('progress').set('1'.repeat(20), 'done')

    expect(readPlan(doc, CURRENT_TEMPLATE).plan.actions[0]!.status).toBe('planned')
  })
})

describe('evidence', () => {
  it('[P10] keeps its label as a note when its address is not safe', () => {
    const doc = new Y.Doc()
    evidenceMap(doc).set(
      createId(random),
      new Y.Map(
        Object.entries({
          fieldId: 'school.about',
          kind: 'link',
          label: 'Referat',
          address: 'javascript:alert(1)',
        }),
      ),
    )

    const { plan, repairs } = readPlan(doc, CURRENT_TEMPLATE)

    expect(plan.evidence).toMatchObject([{ kind: 'note', label: 'Referat', address: null }])
    expect(repairs.map(({ what }) => what)).toContain('not a safe address')
  })

  it('[P10] of a field that the template lacks is left out', () => {
    const doc = new Y.Doc()
    const entry = { fieldId: 'no.such', kind: 'note', label: 'Referat', address: null }
    evidenceMap(doc).set(createId(random), new Y.Map(Object.entries(entry)))

    expect(readPlan(doc, CURRENT_TEMPLATE).plan.evidence).toEqual([])
  })
})

describe('[P13] bounds', () => {
  it('reads the first 2000 actions by id, the same ones on every peer', () => {
    const here = new Y.Doc()
    here.transact(() => {
      for (let index = 2010; index > 0; index--) {
        here.getMap('actions').set(idOf(index), new Y.Map([['commitment', 'models']]))
      }
    })
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))

    const { plan, repairs } = readPlan(there, CURRENT_TEMPLATE)

    expect(plan.actions.map(({ id }) => id)).toEqual(
      Array.from({ length: 2000 }, (_, i) => idOf(i + 1)),
    )
    expect(repairs).toContainEqual({ where: 'actions', what: 'too many' })
    expect(repairs).toHaveLength(5000)
    expect(readPlan(here, CURRENT_TEMPLATE)).toEqual({ plan, repairs })
  })

  it('lifts up what is nested a hundred times, words and all, without running out of stack', () => {
    const doc = new Y.Doc()
    let inner: Y.XmlElement | Y.XmlText = new Y.XmlText('innerst')
    for (let depth = 0; depth < 60; depth++) {
      const outer = new Y.XmlElement(depth === 0 ? 'paragraph' : 'blockquote')
      outer.insert(0, [inner])
      inner = outer
    }
    fieldText(doc, 'school.about').insert(0, [inner])

    const text = readPlan(doc, CURRENT_TEMPLATE).plan.texts['school.about']

    expect(JSON.stringify(text).match(/blockquote/g)).toHaveLength(8)
    expect(JSON.stringify(text)).toContain('innerst')
  })
})

function addAction(
  doc: Y.Doc,
  id: string,
  entries: { commitment?: 'leadership' | 'inclusion'; rank?: string; deletedAt?: unknown },
): Y.Map<unknown> {
  createAction(
    doc,
    {
      id: id as never,
      commitment: entries.commitment ?? 'leadership',
      rank: (entries.rank ?? 'a0') as Rank,
      due: '2027-01-19' as CalendarDate,
      deletedAt: null,
    },
    null,
  )
  const action = doc.getMap('actions').get(id) as Y.Map<unknown>
  if ('deletedAt' in entries) action.set('deletedAt', entries.deletedAt)
  return action
}

function idOf(index: number): string {
  return String(index).padStart(20, '0')
}
