import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ActionId, createId } from '../../../shared/ids.ts'
import {
  deleteAction,
  placeAction,
  setActionOwner,
  setActionStatus,
} from '../../../shared/plan/change-action.ts'
import { actionMap, actionsMap, evidenceMap, fieldText } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import {
  addAction,
  back,
  COMMITMENT,
  copyOf,
  newDoc,
  NOW_MS,
  read,
} from '../../support/restored-plan.ts'

const template = CURRENT_TEMPLATE

describe('going back', () => {
  it('[P6] [P20] deletes softly what was made since, and brings back what was deleted', () => {
    const doc = newDoc()
    const [kept, made] = [addAction(doc), createId<ActionId>(randomBytes)]
    const old = copyOf(doc)
    deleteAction(doc, kept, NOW_MS - 1, null)
    addAction(doc, made)

    back(doc, old)

    const { actions, deletedActions } = read(doc)
    expect(actions.map(({ id }) => id)).toEqual([kept])
    expect(deletedActions).toMatchObject([{ id: made, deletedAtMs: NOW_MS }])
  })

  it('[P3] [P20] makes anew, whole and under its id, what is gone from the document', () => {
    const doc = newDoc()
    const id = addAction(doc, undefined, 'Uke 12')
    setActionOwner(doc, id, 'name:Kari', true, null)
    setActionStatus(doc, id, 'done', null)
    const old = copyOf(doc)
    actionsMap(doc).delete(id)

    back(doc, old, { kind: 'action', actionId: id })

    expect(read(doc).actions).toEqual(read(old).actions)
  })

  it('[P5] never takes a key away: an owner since then is an owner no more', () => {
    const doc = newDoc()
    const id = addAction(doc)
    setActionOwner(doc, id, 'name:Kari', true, null)
    const old = copyOf(doc)
    setActionOwner(doc, id, 'name:Kari', false, null)
    setActionOwner(doc, id, 'name:Ola', true, null)

    back(doc, old)

    expect((actionMap(doc, id)!.get('owners') as Y.Map<boolean>).toJSON()).toEqual({
      'name:Kari': true,
      'name:Ola': false,
    })
  })

  it('[P22] knows which block is which, also where one now says what another said', () => {
    const doc = newDoc()
    const text = fieldText(doc, 'leadership.today')
    text.push([new Y.XmlElement('paragraph')])
    const runs = ['vi leser', 'vi skriver'].map((words, at) => {
      const run = new Y.XmlText(words)
      ;(text.get(at) as Y.XmlElement).insert(0, [run])
      return run
    })
    const old = copyOf(doc)
    runs[0]!.delete(3, 5)
    runs[0]!.insert(3, 'skriver')
    runs[1]!.delete(0, 10)

    back(doc, old)

    expect(runs.map((run) => run.toJSON())).toEqual(['vi leser', 'vi skriver'])
    expect(text.toArray().map((block) => (block as Y.XmlElement).get(0))).toEqual(runs)
  })

  it('[P21] leaves check-ins and evidence as they are', () => {
    const doc = newDoc()
    const id = addAction(doc)
    const old = copyOf(doc)
    const checkIn = { date: '2027-01-11', status: 'done', text: 'Gjort', by: 'name:Kari' }
    const checkIns = (doc.getMap('progress').get(id) as Y.Map<unknown>).get('checkIns')
    ;(checkIns as Y.Map<unknown>).set(createId(randomBytes), new Y.Map(Object.entries(checkIn)))
    const link = { actionId: id, kind: 'note', label: 'Referat', address: null }
    evidenceMap(doc).set(createId(randomBytes), new Y.Map<unknown>(Object.entries(link)))

    back(doc, old)

    expect(read(doc).actions).toMatchObject([{ checkIns: [{ text: 'Gjort' }] }])
    expect(read(doc).evidence).toMatchObject([{ label: 'Referat' }])
  })

  it('[P20] of a section brings back its fields and its actions, and nothing else', () => {
    const doc = newDoc()
    const section = template.sections.find(({ commitment }) => commitment === COMMITMENT)!
    const [inside] = section.fieldIds
    const outside = templateFieldIds(template).find((id) => !section.fieldIds.includes(id))!
    const [moved, visitor] = [addAction(doc), addAction(doc)]
    placeAction(doc, visitor, { commitment: 'pupils', rank: 'a1' as Rank }, null)
    const old = copyOf(doc)
    for (const fieldId of [inside!, outside]) {
      ;(fieldText(doc, fieldId).get(0) as Y.XmlElement).insert(0, [new Y.XmlText('Nytt')])
    }
    placeAction(doc, moved, { commitment: 'pupils', rank: 'a2' as Rank }, null)
    placeAction(doc, visitor, { commitment: COMMITMENT, rank: 'a3' as Rank }, null)
    setActionStatus(doc, visitor, 'done', null)

    back(doc, old, { kind: 'section', sectionId: section.id })

    const plan = read(doc)
    expect([plan.texts[inside!], plan.texts[outside]]).toMatchObject([[], [{}]])
    const places = plan.actions.map(({ id, commitment, rank, status }) => [
      id,
      commitment,
      rank,
      status,
    ])
    expect(places.sort()).toEqual(
      [
        [moved, COMMITMENT, 'a1', 'planned'],
        [visitor, 'pupils', 'a1', 'done'],
      ].sort(),
    )
  })

  it('says when there was no such section or action, and changes nothing', () => {
    const doc = newDoc()
    const old = copyOf(doc)
    const id = addAction(doc)
    const before = Y.encodeStateAsUpdate(doc)

    expect(back(doc, old, { kind: 'action', actionId: id })).toBe('not-found')
    expect(back(doc, old, { kind: 'section', sectionId: 'nowhere' })).toBe('not-found')
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})
