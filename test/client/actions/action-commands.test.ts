import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type ActionCommands,
  createActionCommands,
} from '../../../client/actions/action-commands.ts'
import { ORIGINS } from '../../../client/open-plan/origins.ts'
import { createIncomingDoor } from '../../../client/open-plan/incoming-door.ts'
import { createPlanUndo, type PlanUndo } from '../../../client/open-plan/plan-undo.ts'
import { parseCalendarDate } from '../../../shared/calendar-date.ts'
import type { ActionId } from '../../../shared/ids.ts'
import { actionMap } from '../../../shared/plan/plan-doc.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { seedPlan } from '../../../shared/plan/seed-plan.ts'
import { oneLine } from '../../../shared/text/plain-text.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'

let doc: Y.Doc
let undo: PlanUndo
let commands: ActionCommands

const read = (): Plan => readPlan(doc, CURRENT_TEMPLATE).plan
const idsOf = (commitment: string) =>
  read()
    .actions.filter((action) => action.commitment === commitment)
    .map(({ id }) => id)
const actionOf = (id: ActionId) => read().actions.find((action) => action.id === id)!
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))

beforeEach(() => {
  doc = new Y.Doc()
  const seed = { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null } as const
  seedPlan(doc, CURRENT_TEMPLATE, { ...seed, content: NO_CONTENT }, random)
  undo = createPlanUndo(doc, createIncomingDoor(doc))
  commands = createActionCommands({ doc, undo }, read)
})

describe('making an action', () => {
  it('puts it last in its commitment', () => {
    const first = commands.create('pupils')
    const second = commands.create('pupils')

    expect(idsOf('pupils')).toEqual([first, second])
  })

  it('is undone by hiding it: what others wrote in it stays', () => {
    const id = commands.create('pupils')
    const title = actionMap(doc, id)!.get('title') as Y.XmlFragment
    doc.transact(() => title.insert(0, [new Y.XmlText('Åpen dag')]), ORIGINS.remote)

    undo.undo()

    expect(idsOf('pupils')).toEqual([])
    undo.redo()
    expect(idsOf('pupils')).toEqual([id])
    expect(oneLine(actionOf(id).texts.title)).toBe('Åpen dag')
  })
})

describe('moving an action', () => {
  it('steps among its neighbours and stops at the edges', () => {
    const [a, b, c] = [
      commands.create('models'),
      commands.create('models'),
      commands.create('models'),
    ]

    expect(commands.step(actionOf(c), -1)).toBe(2)
    expect(idsOf('models')).toEqual([a, c, b])
    expect(commands.step(actionOf(a), -1)).toBeNull()
    expect(commands.step(actionOf(b), 1)).toBeNull()
    expect(commands.step(actionOf(a), 1)).toBe(2)
    expect(idsOf('models')).toEqual([c, a, b])
  })

  it('goes to the end of another commitment', () => {
    const there = commands.create('inclusion')
    const moved = commands.create('models')

    commands.moveTo(actionOf(moved), 'inclusion')

    expect(idsOf('models')).toEqual([])
    expect(idsOf('inclusion')).toEqual([there, moved])
  })
})

describe('each deed', () => {
  it('is one step of undo, however quickly they follow each other', () => {
    const id = commands.create('models')
    const due = parseCalendarDate('2027-01-19')
    commands.setStatus(id, 'started')
    commands.setDate(id, 'due', due)
    commands.setOwner(id, 'name:Kari', true)

    undo.undo()
    expect(actionOf(id)).toMatchObject({ owners: [], due, status: 'started' })
    undo.undo()
    expect(actionOf(id)).toMatchObject({ due: null, status: 'started' })
    undo.undo()
    expect(actionOf(id)).toMatchObject({ status: 'planned' })
  })

  it('of deleting can be taken back', () => {
    const id = commands.create('models')

    commands.remove(id)
    expect(idsOf('models')).toEqual([])
    expect(read().deletedActions.map((action) => action.id)).toEqual([id])

    commands.bringBack(id)
    expect(idsOf('models')).toEqual([id])
  })
})
