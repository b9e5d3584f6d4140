import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence, type Present } from '../../../server/sync/presence.ts'
import { AWARENESS_INTERVAL_MS, MAX_AWARENESS_BYTES } from '../../../shared/protocol/limits.ts'
import { passFor } from '../../support/sync-harness.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('presence', () => {
  it('[A1] says who someone is in the words of the server', () => {
    const { join, tell } = room()
    const [kari, ola] = [join('kari'), join('ola')]

    kari.says({ user: { name: 'Rektor', role: 'coordinator' }, caret: 3 })
    tell()

    expect(ola.sees(kari)).toEqual({
      caret: 3,
      user: {
        name: 'kari',
        colour: 1,
        role: 'teacher',
        memberId: 'member-kari',
        userId: 'user-kari',
      },
    })
  })

  it('[A2] sends it to the sender as well, once in 40 ms', () => {
    const { join, tell } = room()
    const kari = join('kari')

    for (let caret = 0; caret < 10; caret++) kari.says({ caret })
    expect(kari.frames).toHaveLength(0)
    tell()

    expect(kari.frames).toHaveLength(1)
  })

  it('[A3] clears what belonged to a connection when it goes', () => {
    const { join, tell } = room()
    const [kari, ola] = [join('kari'), join('ola')]
    kari.says({ caret: 1 })
    tell()

    kari.leaves()
    tell()

    expect(ola.sees(kari)).toBeUndefined()
  })

  it('[A4] lets nobody speak for another, or send another away', () => {
    const { join, tell } = room()
    const [kari, ola, per] = [join('kari'), join('ola'), join('per')]
    kari.says({ caret: 1 })
    ola.says({})
    tell()

    ola.speaksFor(kari, { caret: 99 }, 50)
    ola.speaksFor(kari, null, 51)
    tell()

    expect(per.sees(kari)).toMatchObject({ caret: 1, user: { name: 'kari' } })
  })

  it('[A4] is not brought back by the echo of a stock client', () => {
    const { join, tell } = room()
    const [kari, ola, per] = [join('kari'), join('ola'), join('per')]
    kari.says({ caret: 1 })
    tell()
    kari.leaves()

    ola.speaksFor(kari, { caret: 1 }, kari.clock())
    tell()

    expect(per.sees(kari)).toBeUndefined()
  })

  it('[A5] goes over to a new connection of the same person', () => {
    const { join, tell } = room()
    const [kari, ola] = [join('kari'), join('ola')]
    kari.says({ caret: 1 })
    tell()

    const again = join('kari', kari.awareness)
    again.says({ caret: 2 })
    kari.leaves()
    tell()

    expect(ola.sees(kari)).toMatchObject({ caret: 2 })
  })

  it('[A4] takes nobody new from someone who has a name: tabs tell on each other', () => {
    const { join, tell } = room()
    const [kari, ola, per] = [join('kari'), join('ola'), join('per')]
    kari.says({})

    // Kari's browser has heard of ola before the server has.
    expect(kari.speaksFor(ola, { caret: 1 }, 1)).toBe('echo')
    ola.says({ caret: 1 })
    tell()

    expect(per.sees(ola)).toMatchObject({ caret: 1, user: { name: 'ola' } })
  })

  it('[L5] tells the echo of a stock client from what someone says', () => {
    const { join, tell } = room()
    const [kari, ola] = [join('kari'), join('ola')]
    expect(kari.says({ caret: 1 })).toBe('heard')
    tell()

    expect(ola.speaksFor(kari, { caret: 1 }, kari.clock())).toBe('echo')
    expect(ola.says({ caret: 2 })).toBe('heard')
  })

  it('[A6] puts many people into frames that nobody has to refuse when they come back', () => {
    const { presence, join, tell } = room()
    const people = Array.from({ length: 60 }, (_, index) => join(`person-${index}`))
    for (const person of people) person.says({ caret: 'x'.repeat(100) })
    tell()

    const sizes = presence.frames().map((frame) => payload(frame).byteLength)

    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_AWARENESS_BYTES)
    expect(people[0]!.sees(people[59]!)).toBeDefined()
  })

  it('[A6] keeps of a state that is too long with its name only who it is', () => {
    const { join, tell } = room()
    const [kari, ola] = [join('kari'), join('ola')]

    kari.says({ x: 'x'.repeat(MAX_AWARENESS_BYTES - 30) })
    tell()

    expect(ola.sees(kari)).toMatchObject({ user: { name: 'kari' } })
    expect(ola.sees(kari)).not.toHaveProperty('x')
  })
})

describe('presence and owners', () => {
  it('[O3] announces an id before anybody is told of it, once', () => {
    const { join, tell, announced } = room()
    const [kari, ola] = [join('kari'), join('ola')]

    kari.says({ caret: 1 })
    expect(announced).toEqual([kari.awareness.clientID])
    expect(ola.frames).toHaveLength(0)
    kari.says({ caret: 2 })
    tell()

    expect(announced).toEqual([kari.awareness.clientID])
  })

  it("[O6] refuses a writer who says to go by somebody else's id, in the first frame", () => {
    const { join, tell } = room(() => false)
    const [kari, guest, ola] = [join('kari'), join('gro', undefined, 'guest'), join('ola')]

    expect(kari.says({ caret: 1 })).toBe('update-refused')
    expect(guest.says({ caret: 1 })).toBe('echo')
    tell()

    expect(ola.frames).toEqual([])
  })

  it('[O6] refuses nobody for sending back what was said of somebody else', () => {
    const own = new Awareness(new Y.Doc())
    const { join } = room((name) => name === 'kari')
    join('kari', own).says({ caret: 1 })
    const bot = join('ola')

    const { userId } = passFor('kari')
    expect(bot.speaksFor({ awareness: own }, { caret: 1, user: { userId } }, 5)).toBe('echo')
  })

  it('[A7] lets a writer have an id that a reader has said is theirs, also one that has left', () => {
    const { join, tell } = room()
    const own = new Awareness(new Y.Doc())
    const [guest, ola] = [join('gro', own, 'guest'), join('ola')]
    guest.says({ caret: 9 })
    tell()

    const kari = join('kari', own)
    kari.says({ caret: 1 })
    tell()
    expect(ola.sees(kari)).toMatchObject({ caret: 1, user: { name: 'kari' } })
    guest.says({ caret: 9 })
    tell()

    expect(ola.sees(kari)).toMatchObject({ caret: 1, user: { name: 'kari' } })
  })

  it("[A7] keeps a writer's id from every reader", () => {
    const { join, tell } = room()
    const own = new Awareness(new Y.Doc())
    const [kari, ola] = [join('kari', own), join('ola')]
    kari.says({ caret: 1 })
    kari.leaves()

    join('gro', own, 'guest').says({ caret: 9 })
    tell()

    expect(ola.sees(kari)).toBeUndefined()
  })
})

function room(mayBe: (name: string) => boolean = () => true) {
  const present = new Set<Present>()
  const announced: number[] = []
  const presence = new Presence<Present>({
    everyone: () => present,
    mayBe: ({ pass }) => mayBe(pass.name),
    announce: (_from, clientId) => announced.push(clientId),
  })
  const join = (
    name: string,
    own = new Awareness(new Y.Doc()),
    role: 'teacher' | 'guest' = 'teacher',
  ) => {
    const frames: Uint8Array[] = []
    const view = new Awareness(new Y.Doc())
    const me: Present = {
      pass: passFor(name, role),
      showPresence(frame) {
        frames.push(frame)
        applyAwarenessUpdate(view, payload(frame), 'server')
      },
    }
    present.add(me)
    const receive = (update: Uint8Array) => presence.receive(me, update)
    const clock = () => own.meta.get(own.clientID)?.clock ?? 0
    return {
      awareness: own,
      frames,
      clock,
      says(state: Record<string, unknown>) {
        own.setLocalState(state)
        return receive(encodeAwarenessUpdate(own, [own.clientID]))
      },
      speaksFor(
        other: { readonly awareness: Awareness },
        state: Record<string, unknown> | null,
        atClock: number,
      ) {
        const forged = new Awareness(new Y.Doc())
        const { clientID } = other.awareness
        forged.meta.set(clientID, { clock: atClock, lastUpdated: 0 })
        const states = new Map(state ? [[clientID, state]] : [])
        const update = encodeAwarenessUpdate(forged, [clientID], states)
        forged.destroy()
        return receive(update)
      },
      leaves() {
        present.delete(me)
        presence.leave(me)
      },
      sees: (other: { readonly awareness: Awareness }) =>
        view.getStates().get(other.awareness.clientID),
    }
  }
  return { presence, join, announced, tell: () => vi.advanceTimersByTime(AWARENESS_INTERVAL_MS) }
}

function payload(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
