import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_AWARENESS_BYTES } from '../../../shared/protocol/limits.ts'
import { payload, presenceRoom } from '../../support/presence-room.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('presence', () => {
  it('[A1] says who someone is in the words of the server', () => {
    const { join, tell } = presenceRoom()
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
    const { join, tell } = presenceRoom()
    const kari = join('kari')

    for (let caret = 0; caret < 10; caret++) kari.says({ caret })
    expect(kari.frames).toHaveLength(0)
    tell()

    expect(kari.frames).toHaveLength(1)
  })

  it('[A2] tells someone who read too slowly what they have missed, once they have caught up', () => {
    const { join, tell } = presenceRoom()
    const [kari, ola, per] = [join('kari'), join('ola'), join('per')]
    per.says({})
    tell()
    ola.isSlow(true)
    kari.says({ caret: 1 })
    tell()
    per.leaves()
    tell()
    const meanwhile = [ola.sees(kari), ola.sees(per)]

    ola.isSlow(false)
    vi.advanceTimersByTime(1000)

    expect(meanwhile).toEqual([undefined, expect.anything()])
    expect(ola.sees(kari)).toMatchObject({ caret: 1 })
    expect(ola.sees(per)).toBeUndefined()
  })

  it('[A7] shows nobody under an id that somebody else has written under since', () => {
    let isKaris = false
    const { presence, join, tell } = presenceRoom((name) => !isKaris || name === 'kari')
    const gro = join('gro', undefined, 'guest')
    gro.says({})
    tell()
    isKaris = true

    const ola = join('ola')
    for (const frame of presence.frames()) ola.hears(frame)

    expect(ola.sees(gro)).toBeUndefined()
  })

  it('[A3] clears what belonged to a connection when it goes', () => {
    const { join, tell } = presenceRoom()
    const [kari, ola] = [join('kari'), join('ola')]
    kari.says({ caret: 1 })
    tell()

    kari.leaves()
    tell()

    expect(ola.sees(kari)).toBeUndefined()
  })

  it('[A4] lets nobody speak for another, or send another away', () => {
    const { join, tell } = presenceRoom()
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
    const { join, tell } = presenceRoom()
    const [kari, ola, per] = [join('kari'), join('ola'), join('per')]
    kari.says({ caret: 1 })
    tell()
    kari.leaves()

    ola.speaksFor(kari, { caret: 1 }, kari.clock())
    tell()

    expect(per.sees(kari)).toBeUndefined()
  })

  it('[A5] goes over to a new connection of the same person', () => {
    const { join, tell } = presenceRoom()
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
    const { join, tell } = presenceRoom()
    const [kari, ola, per] = [join('kari'), join('ola'), join('per')]
    kari.says({})

    // Kari's browser has heard of ola before the server has.
    expect(kari.speaksFor(ola, { caret: 1 }, 1)).toBe('echo')
    ola.says({ caret: 1 })
    tell()

    expect(per.sees(ola)).toMatchObject({ caret: 1, user: { name: 'ola' } })
  })

  it('[L5] tells the echo of a stock client from what someone says', () => {
    const { join, tell } = presenceRoom()
    const [kari, ola] = [join('kari'), join('ola')]
    expect(kari.says({ caret: 1 })).toBe('heard')
    tell()

    expect(ola.speaksFor(kari, { caret: 1 }, kari.clock())).toBe('echo')
    expect(ola.says({ caret: 2 })).toBe('heard')
  })

  it('[A6] puts many people into frames that nobody has to refuse when they come back', () => {
    const { presence, join, tell } = presenceRoom()
    const people = Array.from({ length: 60 }, (_, index) => join(`person-${index}`))
    for (const person of people) person.says({ caret: 'x'.repeat(100) })
    tell()

    const sizes = presence.frames().map((frame) => payload(frame).byteLength)

    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_AWARENESS_BYTES)
    expect(people[0]!.sees(people[59]!)).toBeDefined()
  })

  it('[A6] keeps of a state that is too long with its name only who it is', () => {
    const { join, tell } = presenceRoom()
    const [kari, ola] = [join('kari'), join('ola')]

    kari.says({ x: 'x'.repeat(MAX_AWARENESS_BYTES - 30) })
    tell()

    expect(ola.sees(kari)).toMatchObject({ user: { name: 'kari' } })
    expect(ola.sees(kari)).not.toHaveProperty('x')
  })
})
