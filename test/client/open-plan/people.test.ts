import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { CALM_AFTER_MS, createPeople } from '../../../client/open-plan/people.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('someone is calm a minute after their caret moved last, and lively when it moves again', () => {
  const mine = new Awareness(new Y.Doc())
  const people = createPeople(mine)
  const theirs = new Awareness(new Y.Doc())
  const moveTo = (anchor: number) => {
    theirs.setLocalState({ caret: { field: 'a', anchor, head: anchor } })
    const update = encodeAwarenessUpdate(theirs, [theirs.clientID])
    applyAwarenessUpdate(mine, update, 'remote')
    vi.advanceTimersByTime(50)
  }
  const isCalm = () => people.others.get().map((person) => person.isCalm)

  moveTo(1)
  const atFirst = isCalm()
  // Awareness forgets who is not renewed within half a minute; browsers renew it every 15 s.
  for (let ms = 0; ms < CALM_AFTER_MS; ms += 15_000) {
    vi.advanceTimersByTime(15_000)
    moveTo(1)
  }
  const afterAMinute = isCalm()
  moveTo(2)

  expect(atFirst).toEqual([false])
  expect(afterAMinute).toEqual([true])
  expect(isCalm()).toEqual([false])
  people.close()
  mine.destroy()
  theirs.destroy()
})

it('asks for no drawing when only my own caret moved', () => {
  const mine = new Awareness(new Y.Doc())
  const people = createPeople(mine)
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame')
  mine.setLocalState({ caret: { field: 'a', anchor: 1, head: 1 } })
  expect(frames).not.toHaveBeenCalled()

  const theirs = new Awareness(new Y.Doc())
  theirs.setLocalState({ caret: { field: 'a', anchor: 1, head: 1 } })
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'remote')
  expect(frames).toHaveBeenCalledOnce()
  people.close()
  mine.destroy()
  theirs.destroy()
})
