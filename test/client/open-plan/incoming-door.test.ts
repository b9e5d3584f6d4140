import * as Y from 'yjs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  createIncomingDoor,
  OPEN_AFTER_END_MS,
  OPEN_AFTER_SILENCE_MS,
} from '../../../client/open-plan/incoming-door.ts'

beforeEach(() => {
  vi.useFakeTimers()
  end.mockReset()
})
afterEach(() => vi.useRealTimers())

const editor = {}
const end = vi.fn<() => void>()

/** Two updates by someone else, each adding a letter. */
function updates(): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  doc.getText('t').insert(0, 'a')
  doc.getText('t').insert(1, 'b')
  return [made[0]!, made[1]!]
}

function doorOf() {
  const doc = new Y.Doc()
  const arrivals: unknown[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => arrivals.push(origin))
  return { doc, arrivals, door: createIncomingDoor(doc), text: () => doc.getText('t').toJSON() }
}

it('lets updates in at once while nobody composes', () => {
  const { door, text } = doorOf()

  door.receive(updates()[0], 'remote')

  expect(text()).toBe('a')
})

it('keeps them while someone composes, and lets them in together soon after the end', () => {
  const { door, text, arrivals } = doorOf()
  const [first, second] = updates()
  const applied = vi.fn<() => void>()
  door.composing(editor, end)
  door.receive(first, 'remote', applied)
  door.receive(second, 'remote')
  door.composed(editor)
  const before = text()

  vi.advanceTimersByTime(OPEN_AFTER_END_MS)

  expect(before).toBe('')
  expect(text()).toBe('ab')
  expect(arrivals).toEqual(['remote'])
  expect(applied).toHaveBeenCalledOnce()
})

it('ends a composition that gives no sign any more, and opens then', () => {
  const { door, text } = doorOf()
  door.composing(editor, end)
  door.receive(updates()[0], 'remote')
  vi.advanceTimersByTime(OPEN_AFTER_SILENCE_MS - 1)
  door.composing(editor, end)
  vi.advanceTimersByTime(OPEN_AFTER_SILENCE_MS - 1)
  const endedDuring = end.mock.calls.length

  vi.advanceTimersByTime(1)
  const whenEnded = text()
  vi.advanceTimersByTime(OPEN_AFTER_END_MS)

  expect(endedDuring).toBe(0)
  expect(end).toHaveBeenCalledOnce()
  expect(whenEnded).toBe('')
  expect(text()).toBe('a')
})

it('leaves a silent composition alone until something comes', () => {
  const { door, text } = doorOf()
  door.composing(editor, end)
  vi.advanceTimersByTime(OPEN_AFTER_SILENCE_MS * 5)
  const endedBefore = end.mock.calls.length

  door.receive(updates()[0], 'remote')
  const whenEnded = text()
  vi.advanceTimersByTime(OPEN_AFTER_END_MS)

  expect(endedBefore).toBe(0)
  expect(end).toHaveBeenCalledOnce()
  expect(whenEnded).toBe('')
  expect(text()).toBe('a')
})

it('stays shut while another editor composes', () => {
  const { door, text } = doorOf()
  const other = {}
  door.composing(editor, end)
  door.composing(other, end)
  door.receive(updates()[0], 'remote')
  door.composed(editor)

  vi.advanceTimersByTime(OPEN_AFTER_END_MS)

  expect(text()).toBe('')
  door.close()
  expect(text()).toBe('a')
})

it('puts other work off while someone composes, and does it after what arrived', () => {
  const { door, text } = doorOf()
  const seen: string[] = []
  door.whenOpen(() => seen.push('at once'))
  door.composing(editor, end)
  door.receive(updates()[0], 'remote')
  door.whenOpen(() => seen.push(text()))
  const stop = door.whenOpen(() => seen.push('stopped'))
  stop()
  const meanwhile = [...seen]

  door.composed(editor)
  vi.advanceTimersByTime(OPEN_AFTER_END_MS)

  expect(meanwhile).toEqual(['at once'])
  expect(seen).toEqual(['at once', 'a'])
})
