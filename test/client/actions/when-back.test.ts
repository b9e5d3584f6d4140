import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createActionCommands } from '../../../client/actions/action-commands.ts'
import { whenBack } from '../../../client/actions/when-back.ts'
import { createIncomingDoor } from '../../../client/open-plan/incoming-door.ts'
import { createPlanUndo } from '../../../client/open-plan/plan-undo.ts'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { seedPlan } from '../../../shared/plan/seed-plan.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))

function deletedAction() {
  const doc = new Y.Doc()
  const seed = { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null } as const
  seedPlan(doc, CURRENT_TEMPLATE, { ...seed, content: NO_CONTENT }, random)
  const undo = createPlanUndo(doc, createIncomingDoor(doc))
  const commands = createActionCommands({ doc, undo }, () => readPlan(doc, CURRENT_TEMPLATE).plan)
  const id = commands.create('models')
  commands.remove(id)
  return { doc, undo, commands, id }
}

describe('an action that was deleted', () => {
  const onBack = vi.fn()
  beforeEach(() => onBack.mockClear())

  it('is back when the deletion is undone', () => {
    const { doc, undo, id } = deletedAction()
    whenBack(doc, id, onBack)
    undo.undo()

    expect(onBack).toHaveBeenCalledOnce()
  })

  it('is back when somebody brings it back, and that is told once', () => {
    const { doc, commands, id } = deletedAction()
    whenBack(doc, id, onBack)
    commands.bringBack(id)
    commands.setStatus(id, 'done')

    expect(onBack).toHaveBeenCalledOnce()
  })

  it('is not back because another change was made', () => {
    const { doc, commands, id } = deletedAction()
    whenBack(doc, id, onBack)
    commands.setStatus(id, 'done')
    commands.create('models')

    expect(onBack).not.toHaveBeenCalled()
  })

  it('is told of to nobody who has stopped', () => {
    const { doc, commands, id } = deletedAction()
    whenBack(doc, id, onBack)()
    commands.bringBack(id)

    expect(onBack).not.toHaveBeenCalled()
  })
})
