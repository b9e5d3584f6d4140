import { Awareness, encodeAwarenessUpdate, modifyAwarenessUpdate } from 'y-protocols/awareness'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hearOwnHue } from '../../../client/open-plan/hear-own-hue.ts'
import { ownHue } from '../../../client/open-plan/own-hue.ts'

let mine: Awareness
beforeEach(() => {
  mine = new Awareness(new Y.Doc())
  mine.setLocalState({ user: { name: 'Kari' }, at: 'here' })
})
afterEach(() => mine.destroy())

/** What the room makes of a state. */
const told = (awareness: Awareness, user: object) =>
  modifyAwarenessUpdate(
    encodeAwarenessUpdate(awareness, [awareness.clientID]),
    (state: object) => ({ ...state, user }),
  )

it('is the hue that the room tells of me, and leaves the rest of my state', () => {
  expect(ownHue(mine)).toBeNull()

  hearOwnHue(mine, told(mine, { userId: 'kari', colour: 4 }), 'kari')

  expect(ownHue(mine)).toBe(4)
  expect(mine.getLocalState()).toEqual({ user: { name: 'Kari', colour: 4 }, at: 'here' })
})

it('is not what the room tells of others, and no colour that there is not', () => {
  const theirs = new Awareness(new Y.Doc())
  theirs.setLocalState({})

  hearOwnHue(mine, told(theirs, { userId: 'ola', colour: 4 }), 'kari')
  hearOwnHue(mine, told(mine, { userId: 'kari', colour: 'red' }), 'kari')

  expect(ownHue(mine)).toBeNull()
  theirs.destroy()
})

it('is said to the room once only: the same again changes nothing', () => {
  let changes = 0
  mine.on('update', () => (changes += 1))

  hearOwnHue(mine, told(mine, { userId: 'kari', colour: 4 }), 'kari')
  hearOwnHue(mine, told(mine, { userId: 'kari', colour: 4 }), 'kari')

  expect(changes).toBe(1)
})
