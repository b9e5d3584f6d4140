import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { parseCalendarDate } from '../../../shared/calendar-date.ts'
import type { ActionId } from '../../../shared/ids.ts'
import {
  deleteAction,
  placeAction,
  rankAt,
  setActionDate,
  setActionOwner,
  setActionStatus,
  showAction,
} from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { ACTION_TEXTS, type Action } from '../../../shared/plan/plan.ts'
import { actionMap, actionProgress } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { oneLine } from '../../../shared/text/plain-text.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { Peers } from '../../support/peers.ts'

const ID = '1'.repeat(20) as ActionId
const OTHER = '2'.repeat(20) as ActionId
const ORIGIN = { of: 'this test' }

describe('a new action', () => {
  it('[P3] [P4] is whole from the start: texts with a paragraph, owners, dates, progress', () => {
    const doc = new Y.Doc()
    let transactions = 0
    doc.on('afterTransaction', () => transactions++)

    make(doc, ID)

    expect(transactions).toBe(1)
    const action = actionMap(doc, ID)!
    for (const name of ACTION_TEXTS) {
      expect((action.get(name) as Y.XmlFragment).toJSON()).toBe('<paragraph></paragraph>')
    }
    expect(action.get('owners')).toBeInstanceOf(Y.Map)
    expect(actionProgress(doc, ID)!.get('checkIns')).toBeInstanceOf(Y.Map)
    expect(
      readPlan(doc, CURRENT_TEMPLATE).repairs.filter(({ where }) => !where.startsWith('text:')),
    ).toEqual([])
  })

  it('[P4] two who type its first words apart share one paragraph', () => {
    const peers = new Peers(2, withAction())
    peers.docs.forEach((doc, index) => {
      const title = actionMap(doc, ID)!.get('title') as Y.XmlFragment
      ;(title.get(0) as Y.XmlElement).insert(0, [new Y.XmlText(['Felles ', 'tid'][index])])
    })
    peers.deliverAll()

    for (const doc of peers.docs) {
      expect(only(doc).texts.title).toHaveLength(1)
      expect(
        oneLine(only(doc).texts.title)
          .split(/(?=tid)/)
          .sort(),
      ).toEqual(['Felles ', 'tid'])
    }
  })
})

describe('changes', () => {
  it('are one transaction each, with the origin of who made them', () => {
    const doc = withAction()
    const origins: unknown[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))

    placeAction(doc, ID, { commitment: 'models', rank: 'a3' as Rank }, ORIGIN)
    setActionStatus(doc, ID, 'started', ORIGIN)
    setActionDate(doc, ID, 'due', parseCalendarDate('2027-01-19'), ORIGIN)
    setActionOwner(doc, ID, 'name:Kari', true, ORIGIN)
    deleteAction(doc, ID, 5, ORIGIN)
    showAction(doc, ID, ORIGIN)

    expect(origins).toEqual(Array.from({ length: 6 }, () => ORIGIN))
    expect(only(doc)).toMatchObject({
      commitment: 'models',
      rank: 'a3',
      status: 'started',
      due: '2027-01-19',
      owners: [{ kind: 'name', name: 'Kari' }],
      deletedAtMs: null,
    })
  })

  it('[P5] overwrite and never delete a key', () => {
    const doc = withAction()
    setActionDate(doc, ID, 'due', parseCalendarDate('2027-01-19'), null)
    setActionOwner(doc, ID, 'name:Kari', true, null)

    setActionDate(doc, ID, 'due', null, null)
    setActionOwner(doc, ID, 'name:Kari', false, null)

    const action = actionMap(doc, ID)!
    expect(action.get('due')).toBeNull()
    expect((action.get('owners') as Y.Map<unknown>).get('name:Kari')).toBe(false)
    expect(only(doc)).toMatchObject({ due: null, owners: [] })
  })

  it('of an action that is not there do nothing', () => {
    const doc = withAction()
    const before = Y.encodeStateAsUpdate(doc)

    placeAction(doc, OTHER, { commitment: 'models', rank: 'a3' as Rank }, null)
    setActionStatus(doc, OTHER, 'done', null)
    setActionDate(doc, OTHER, 'start', null, null)
    setActionOwner(doc, OTHER, 'name:Kari', true, null)
    deleteAction(doc, OTHER, 5, null)

    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('of an owners key that is no set do nothing', () => {
    const doc = withAction()
    actionMap(doc, ID)!.set('owners', 'Kari')

    setActionOwner(doc, ID, 'name:Kari', true, null)

    expect(only(doc).owners).toEqual([])
  })
})

describe('two at once', () => {
  it('[P6] one deletes while the other writes: deleted, the words kept, and it comes back', () => {
    const peers = new Peers(2, withAction())
    const [here, there] = peers.docs as [Y.Doc, Y.Doc]

    deleteAction(here, ID, 5, null)
    const title = actionMap(there, ID)!.get('title') as Y.XmlFragment
    ;(title.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('Skrevet imens')])
    peers.deliverAll()

    expect(readPlan(there, CURRENT_TEMPLATE).plan.actions).toEqual([])
    showAction(there, ID, null)
    peers.deliverAll()
    expect(oneLine(only(here).texts.title)).toBe('Skrevet imens')
  })

  it('[P7] one moves it to another commitment, the other reorders it: both hold', () => {
    const peers = new Peers(2, withAction())
    const [here, there] = peers.docs as [Y.Doc, Y.Doc]

    actionMap(here, ID)!.set('commitment', 'inclusion')
    placeAction(there, ID, { commitment: 'pupils', rank: 'a7' as Rank }, null)
    peers.deliverAll()

    for (const doc of peers.docs)
      expect(only(doc)).toMatchObject({ commitment: 'inclusion', rank: 'a7' })
  })

  it('both add an owner: both are owners', () => {
    const peers = new Peers(2, withAction())

    setActionOwner(peers.docs[0]!, ID, 'name:Kari', true, null)
    setActionOwner(peers.docs[1]!, ID, 'name:Ola', true, null)
    peers.deliverAll()

    for (const doc of peers.docs) {
      expect(only(doc).owners.map((owner) => owner.kind === 'name' && owner.name)).toEqual([
        'Kari',
        'Ola',
      ])
    }
  })
})

describe('[P7] the rank at a place', () => {
  const doc = new Y.Doc()
  const ids = ['1', '2', '3'].map((digit) => digit.repeat(20) as ActionId)
  ids.forEach((id, index) => make(doc, id, `a${index}` as Rank))
  const { actions } = readPlan(doc, CURRENT_TEMPLATE).plan

  it.each([
    [0, null, 'before all', (rank: string) => rank < 'a0'],
    [3, null, 'after all', (rank: string) => rank > 'a2'],
    [99, null, 'after all', (rank: string) => rank > 'a2'],
    [-1, null, 'before all', (rank: string) => rank < 'a0'],
    [1, ids[0]!, 'between the others', (rank: string) => rank > 'a1' && rank < 'a2'],
    [0, ids[0]!, 'before the others', (rank: string) => rank < 'a1'],
  ] as const)('%i, moving %s, is %s', (index, movedId, _where, isThere) => {
    expect(isThere(rankAt(actions, 'pupils', index, movedId))).toBe(true)
  })

  it('in an empty commitment is the first there is', () => {
    expect(rankAt(actions, 'models', 5, null)).toBe('a0')
  })
})

function withAction(): Y.Doc {
  const doc = new Y.Doc()
  make(doc, ID)
  return doc
}

function make(doc: Y.Doc, id: ActionId, rank = 'a0' as Rank): void {
  createAction(doc, { id, commitment: 'pupils', rank, deletedAt: null }, null)
}

function only(doc: Y.Doc): Action {
  const { actions } = readPlan(doc, CURRENT_TEMPLATE).plan
  expect(actions).toHaveLength(1)
  return actions[0]!
}
