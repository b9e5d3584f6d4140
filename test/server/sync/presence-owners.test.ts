import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { presenceRoom } from '../../support/presence-room.ts'
import { passFor } from '../../support/sync-harness.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('presence and owners', () => {
  it('[O3] announces an id before anybody is told of it, once', () => {
    const { join, tell, announced } = presenceRoom()
    const [kari, ola] = [join('kari'), join('ola')]

    kari.says({ caret: 1 })
    expect(announced).toEqual([kari.awareness.clientID])
    expect(ola.frames).toHaveLength(0)
    kari.says({ caret: 2 })
    tell()

    expect(announced).toEqual([kari.awareness.clientID])
  })

  it("[O6] refuses a writer who says to go by somebody else's id, in the first frame", () => {
    const { join, tell } = presenceRoom(() => false)
    const [kari, guest, ola] = [join('kari'), join('gro', undefined, 'guest'), join('ola')]

    expect(kari.says({ caret: 1 })).toBe('update-refused')
    expect(guest.says({ caret: 1 })).toBe('echo')
    tell()

    expect(ola.frames).toEqual([])
  })

  it('[O6] refuses nobody for sending back what was said of somebody else', () => {
    const own = new Awareness(new Y.Doc())
    const { join } = presenceRoom((name) => name === 'kari')
    join('kari', own).says({ caret: 1 })
    const bot = join('ola')

    const { userId } = passFor('kari')
    expect(bot.speaksFor({ awareness: own }, { caret: 1, user: { userId } }, 5)).toBe('echo')
  })

  it('[A7] lets a writer have an id that a reader has said is theirs, also one that has left', () => {
    const { join, tell } = presenceRoom()
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

  it('[A7] shows a writer to everyone, whatever clock a reader has spoken at under the id before', () => {
    const { join, tell } = presenceRoom()
    const own = new Awareness(new Y.Doc())
    const [guest, ola] = [join('gro', undefined, 'guest'), join('ola')]
    guest.speaksFor({ awareness: own }, { caret: 9 }, 50)
    tell()

    const kari = join('kari', own)
    kari.says({ caret: 1 })
    tell()
    const seen = ola.sees(kari)
    kari.leaves()
    tell()

    expect(seen).toMatchObject({ caret: 1, user: { name: 'kari' } })
    expect(ola.sees(kari)).toBeUndefined()
  })

  it("[A7] keeps a writer's id from every reader", () => {
    const { join, tell } = presenceRoom()
    const own = new Awareness(new Y.Doc())
    const [kari, ola] = [join('kari', own), join('ola')]
    kari.says({ caret: 1 })
    kari.leaves()

    join('gro', own, 'guest').says({ caret: 9 })
    tell()

    expect(ola.sees(kari)).toBeUndefined()
  })
})
