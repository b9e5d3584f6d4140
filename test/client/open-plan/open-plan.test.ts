import { IDBFactory } from 'fake-indexeddb'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import type { WentBack } from '../../../shared/protocol/notice.ts'
import { createHandDrivenSchool } from '../../support/hand-driven-school.ts'
import {
  closeAll,
  openAgain,
  openAt,
  openSaved,
  wordsIn,
  write,
} from '../../support/opened-plan.ts'
import { refusingDatabases } from '../../support/refusing-databases.ts'
import { until } from '../../support/until.ts'

afterEach(closeAll)

describe('where the words are', () => {
  it('is said step by step, and "saved at school" only after the acknowledgement', async () => {
    const school = createHandDrivenSchool()
    const plan = openAt(school, {})
    await until('a socket', () => school.sockets.length > 0)
    const states = [plan.saveState.get()]
    const note = () => states.push(plan.saveState.get())

    school.accept()
    note()
    school.sendPlan()
    note()
    school.saveAll()
    note()
    write(plan, 'Vi')
    note()
    school.saveAll()
    note()

    expect(states).toEqual([
      'opening',
      'opening',
      'saving',
      'saved-at-school',
      'saving',
      'saved-at-school',
    ])
    expect(wordsIn(school.doc)).toContain('Vi')
  })

  it('is this device while the school cannot be reached, and the school again after its answer', async () => {
    const { school, plan } = await openSaved()
    school.closeWith('lost')
    write(plan, 'Vi')
    await until('stored', () => plan.saveState.get() === 'saved-on-device')

    await until('a new socket', () => school.sockets.length > 1)
    school.accept()
    const beforeStep2 = plan.saveState.get()
    school.sendPlan()
    const beforeAnswer = plan.saveState.get()
    school.saveAll()

    expect(beforeStep2).toBe('saved-on-device')
    expect(beforeAnswer).toBe('saving')
    expect(plan.saveState.get()).toBe('saved-at-school')
    expect(wordsIn(school.doc)).toContain('Vi')
  })

  it('is never the school for a change that met a closing socket', async () => {
    const { school, plan } = await openSaved()
    school.beginClosing()

    write(plan, 'Vi')
    const atOnce = plan.saveState.get()
    await until('stored', () => plan.saveState.get() !== atOnce)

    expect(atOnce).toBe('saving')
    expect(plan.saveState.get()).toBe('saved-on-device')
  })

  it("is asked anew at once when the device's network goes or comes", async () => {
    const { school, plan } = await openSaved()

    dispatchEvent(new Event('offline'))
    const without = plan.connected.get()
    school.accept()
    school.sendPlan()
    school.saveAll()

    expect([without, school.sockets.length]).toEqual([false, 2])
    expect([plan.connected.get(), plan.saveState.get()]).toEqual([true, 'saved-at-school'])
  })

  it('is nowhere when neither takes it, and then leaving warns', async () => {
    const warnings: (() => boolean)[] = []
    const onLeaving = (mustWarn: () => boolean) => {
      warnings.push(mustWarn)
      return () => undefined
    }
    const mustWarn = () => warnings.some((each) => each())
    const broken = refusingDatabases()
    const { school, plan } = await openSaved({ databases: broken, onLeaving })
    const online = [plan.saveState.get(), mustWarn()]
    school.closeWith('lost')
    const idle = [plan.saveState.get(), mustWarn()]
    write(plan, 'Vi')

    expect(online).toEqual(['saved-at-school', false])
    expect(idle).toEqual(['saved-at-school', false])
    expect([plan.saveState.get(), mustWarn()]).toEqual(['not-saved', true])
  })
})

describe('a plan seen before', () => {
  it('opens without the school, with what was written there, and meets it again', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    school.closeWith('lost')
    write(plan, 'Vi skrev dette uten nett')
    await until('stored', () => plan.saveState.get() === 'saved-on-device')
    await plan.close()

    const again = await openAgain(school, { databases })
    const early = [again.loaded.get(), again.saveState.get()]
    const { length } = school.sockets
    school.closeWith('lost')
    const offline = [wordsIn(again.doc), again.saveState.get(), again.writable.get()]
    await until('a new socket', () => school.sockets.length > length)
    school.accept()
    school.sendPlan()
    school.saveAll()

    expect(early).toEqual([true, 'connecting'])
    expect(offline).toEqual([
      '<paragraph>Vi skrev dette uten nett</paragraph>',
      'saved-on-device',
      true,
    ])
    expect(again.saveState.get()).toBe('saved-at-school')
    expect(wordsIn(school.doc)).toContain('uten nett')
  })

  it('that was never seen waits for the school', async () => {
    const school = createHandDrivenSchool()
    const plan = openAt(school, {})
    await until('a socket', () => school.sockets.length > 0)

    expect([plan.loaded.get(), plan.writable.get()]).toEqual([false, false])
  })
})

it('tells the school whose plan it is, for someone else may have signed in meanwhile', async () => {
  const { school, plan } = await openSaved()

  const parameters = new URL(school.sockets[0]!.url).searchParams

  expect(parameters.get('user')).toBe(plan.entry.me.userId)
})

it('shows itself anew to the others after a break: they have seen it leave', async () => {
  const { school, plan } = await openSaved()
  const before = plan.awareness.meta.get(plan.doc.clientID)!.clock
  school.closeWith('lost')
  await until('a new socket', () => school.sockets.length > 1)

  school.accept()

  expect(plan.awareness.meta.get(plan.doc.clientID)!.clock).toBeGreaterThan(before)
})

it('sees those again who were there before a break, at once', async () => {
  const { school, plan } = await openSaved()
  const ola = new Awareness(new Y.Doc())
  ola.setLocalState({ user: { name: 'Ola' } })
  const present = encodeAwarenessUpdate(ola, [ola.clientID])
  school.sendPresence(present)
  school.closeWith('lost')
  const meanwhile = plan.awareness.getStates().has(ola.clientID)
  await until('a new socket', () => school.sockets.length > 1)

  school.accept()
  school.sendPresence(present)

  expect(meanwhile).toBe(false)
  expect(plan.awareness.getStates().has(ola.clientID)).toBe(true)
  ola.destroy()
})

it('sends nothing before its step2, which holds what is typed meanwhile', async () => {
  const { school, plan } = await openSaved()
  school.closeWith('lost')
  write(plan, 'På toget')
  await until('a new socket', () => school.sockets.length > 1)
  school.accept()

  write(plan, 'og på en treg linje')
  const early = school.contentFrames().length
  school.sendPlan()
  school.saveAll()

  expect(early).toBe(0)
  expect(school.contentFrames()).toHaveLength(1)
  expect(wordsIn(school.doc)).toContain('treg linje')
  expect(plan.saveState.get()).toBe('saved-at-school')
})

it('passes on that something beside the text changed', async () => {
  let notices = 0
  const { school } = await openSaved({ onNotice: () => (notices += 1) })

  school.notice()

  expect(notices).toBe(1)
})

it('hears that something new is said, and does not ask for the plan again', async () => {
  let notices = 0
  const { school, plan } = await openSaved({ onNotice: () => (notices += 1) })

  school.tellOfThreads()

  expect(plan.threadsTold.get()).toBe(1)
  expect(notices).toBe(0)
})

it('hears that somebody went back, and goes on with its text', async () => {
  let notices = 0
  const { school, plan } = await openSaved({ onNotice: () => (notices += 1) })
  const wentBack = { by: 'o'.repeat(20), what: { kind: 'plan' }, atMs: 5, name: null, before: 9 }

  school.tellOf(wentBack as WentBack)

  expect(plan.wentBack.get()).toMatchObject(wentBack)
  expect([notices, plan.replaced.get()]).toEqual([0, null])
})
