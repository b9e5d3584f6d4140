import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { createId, type ActionId } from '../../../shared/ids.ts'
import { setActionStatus, showAction } from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { actionMap, actionProgress } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import type { Place } from '../../../client/open-plan/place-of.ts'
import { type } from '../../support/editing.ts'
import { until } from '../../support/until.ts'
import { createWriters } from '../../support/writers.ts'

const ACTION = createId<ActionId>((count) => new Uint8Array(count).fill(3))
const open: ReturnType<typeof createWriters>[] = []
const writersOf = (count: number) => {
  const writers = createWriters(count, { a: 'Norge', b: 'Sverige' })
  open.push(writers)
  return writers
}
afterEach(() => {
  for (const writers of open.splice(0)) writers.end()
})

const words = (doc: Y.Doc, fieldId: string) =>
  doc
    .getXmlFragment(`text:${fieldId}`)
    .toJSON()
    .replaceAll(/<[^>]*>/g, '')

const titleOf = (doc: Y.Doc) => actionMap(doc, ACTION)!.get('title') as Y.XmlFragment

const makeAction = (doc: Y.Doc) =>
  createAction(
    doc,
    { id: ACTION, commitment: 'pupils', rank: 'a0' as Rank, deletedAt: 'new' },
    'init',
  )

describe('undo across texts', () => {
  it('takes back only the text written last, whatever is mounted', () => {
    const writer = writersOf(1).at(0)
    type(writer.open('a'), 'x')
    writer.undo.stopCapturing()
    writer.close('a')
    type(writer.open('b'), 'y')

    writer.undo.undo()
    const afterOne = [words(writer.doc, 'a'), words(writer.doc, 'b')]
    writer.undo.undo()

    expect(afterOne).toEqual(['xNorge', 'Sverige'])
    expect(words(writer.doc, 'a')).toBe('Norge')
  })

  it('takes two texts written in one breath as two steps, for the focus moved between', () => {
    const writer = writersOf(1).at(0)
    const a = writer.open('a')
    const b = writer.open('b')
    a.view.focus()
    type(a, 'x')
    b.view.focus()
    type(b, 'y')

    writer.undo.undo()

    expect([words(writer.doc, 'a'), words(writer.doc, 'b')]).toEqual(['xNorge', 'Sverige'])
  })

  it('leaves alone what others wrote', () => {
    const writers = writersOf(2)
    type(writers.at(0).open('a'), 'x')
    writers.settle()
    type(writers.at(1).open('a'), 'y')
    writers.settle()

    writers.at(0).undo.undo()
    writers.settle()

    expect(words(writers.at(0).doc, 'a')).toBe('yNorge')
    writers.expectSame()
  })

  it('brings the selection back, and redo the text', () => {
    const writer = writersOf(1).at(0)
    const editor = writer.open('a')
    editor.commands.setTextSelection(3)
    type(editor, 'x')
    writer.undo.stopCapturing()
    editor.commands.setTextSelection(1)

    writer.undo.undo()

    expect(editor.state.selection.head).toBe(3)
    writer.undo.redo()
    expect(words(writer.doc, 'a')).toBe('Noxrge')
  })

  it('tells where it changed something, also in a text without an editor', () => {
    const writer = writersOf(1).at(0)
    const places: Place[] = []
    writer.undo.onJump((place) => places.push(place))
    type(writer.open('a'), 'x')
    writer.close('a')

    writer.undo.undo()
    writer.undo.redo()

    expect(places).toEqual([
      { kind: 'text', fieldId: 'a' },
      { kind: 'text', fieldId: 'a' },
    ])
  })
})

it('undo waits until nobody composes: a step in the middle would tear the word', () => {
  const writer = writersOf(1).at(0)
  const editor = writer.open('a')
  type(editor, 'x')
  writer.door.composing(editor, () => undefined)

  writer.undo.undo()
  const meanwhile = words(writer.doc, 'a')
  writer.close('a')
  writer.door.composed(editor)

  expect(meanwhile).toBe('xNorge')
  return until('undone', () => words(writer.doc, 'a') === 'Norge')
})

describe('undo of an action', () => {
  it('hides a new one and keeps what others wrote in it', () => {
    const writers = writersOf(2)
    const { doc, undo } = writers.at(0)
    makeAction(doc)
    showAction(doc, ACTION, 'ui')
    writers.settle()
    const title = titleOf(writers.at(1).doc)
    title.insert(0, [new Y.XmlText('Vi')])
    writers.settle()

    undo.undo()
    writers.settle()

    expect(actionMap(doc, ACTION)?.get('deletedAt')).toBe('new')
    expect(titleOf(doc).toJSON()).toContain('Vi')
  })

  it('leaves the status that someone else chose in a race, rather than losing both', () => {
    const writers = writersOf(2)
    const { doc, undo } = writers.at(1)
    makeAction(doc)
    writers.settle()
    setActionStatus(writers.at(0).doc, ACTION, 'started', 'ui')
    setActionStatus(doc, ACTION, 'done', 'ui')
    writers.settle()

    undo.undo()
    writers.settle()

    expect(actionProgress(doc, ACTION)?.get('status')).toBe('started')
    writers.expectSame()
  })

  it('does nothing, and keeps redo, for a change that changed nothing', () => {
    const { doc, undo } = writersOf(1).at(0)
    makeAction(doc)
    setActionStatus(doc, ACTION, 'done', 'ui')
    undo.undo()

    doc.transact(() => undefined, 'ui')

    expect(undo.canRedo.get()).toBe(true)
    expect(undo.canUndo.get()).toBe(false)
  })
})

it('makes one step of what belongs together, however slowly it is written', () => {
  const writer = writersOf(1).at(0)
  const editor = writer.open('a')
  type(editor, 'm')
  // Long ago: a pause of half a second would end the step.
  writer.undo.manager.lastChange = 1
  writer.undo.keepCapturing()
  type(editor, 'ø')

  writer.undo.undo()

  expect(words(writer.doc, 'a')).toBe('Norge')
})
