import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type OpenPlan,
  openPlan,
  type OpenPlanOptions,
} from '../../../client/open-plan/open-plan.ts'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import { createHandDrivenSchool, PLAN_ID, planEntry } from '../../support/hand-driven-school.ts'
import { until } from '../../support/until.ts'

const opened: OpenPlan[] = []
afterEach(async () => {
  for (const plan of opened.splice(0)) await plan.close()
})

function openAt(
  school: ReturnType<typeof createHandDrivenSchool>,
  options: Partial<OpenPlanOptions>,
) {
  const plan = openPlan({
    planId: PLAN_ID,
    entry: planEntry(),
    serverUrl: 'ws://school/sync',
    WebSocket: school.WebSocket,
    databases: new IDBFactory(),
    language: () => 'nb',
    ...options,
  })
  opened.push(plan)
  return plan
}

/** Open, connected, and with everything acknowledged. */
async function openSaved(options: Partial<OpenPlanOptions> = {}) {
  const school = createHandDrivenSchool()
  const plan = openAt(school, options)
  await until('a socket', () => school.sockets.length > 0)
  school.accept()
  school.sendPlan()
  school.saveAll()
  return { school, plan }
}

function write(plan: OpenPlan, words: string): void {
  const paragraph = fieldText(plan.doc, 'leadership.today').get(0) as Y.XmlElement
  plan.doc.transact(() => paragraph.insert(0, [new Y.XmlText(words)]), 'ui')
}

const wordsIn = (doc: Y.Doc) => fieldText(doc, 'leadership.today').toJSON()

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

  it('is nowhere when neither takes it, and then leaving warns', async () => {
    const warnings: (() => boolean)[] = []
    const onLeaving = (mustWarn: () => boolean) => {
      warnings.push(mustWarn)
      return () => undefined
    }
    const mustWarn = () => warnings.some((each) => each())
    const broken = { open: () => refusedRequest() } as unknown as IDBFactory
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

    const again = openAt(school, { databases })
    await until('loaded', () => again.loaded.get())
    const offline = [wordsIn(again.doc), again.saveState.get(), again.writable.get()]
    await until('a socket', () => school.sockets.length > 1)
    school.accept()
    school.sendPlan()
    school.saveAll()

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

describe('what cannot be merged', () => {
  it('is set aside when the school refuses it, and its words can be copied', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Avvist')
    school.reject('update-refused')
    await until('set aside', () => plan.replaced.get() !== null)
    const frozen = [plan.replaced.get(), plan.writable.get()]
    await plan.close()

    const afresh = openAt(school, { databases })
    await until('a socket', () => school.sockets.length > 1)
    school.accept()
    school.sendPlan()
    school.saveAll()
    await until('its copies', () => afresh.recovery.get().length > 0)
    const [copy] = afresh.recovery.get()

    expect(frozen).toEqual(['update-refused', false])
    expect(afresh.doc.clientID).not.toBe(plan.doc.clientID)
    expect(wordsIn(afresh.doc)).not.toContain('Avvist')
    expect(copy?.reason).toBe('update-refused')
    expect(copy?.asText()).toBe('Slik gjør vi det i dag\nAvvist')
    await copy?.discard()
    expect(afresh.recovery.get()).toEqual([])
  })

  it('is set aside when the right is taken away with unsent text', async () => {
    const { school, plan } = await openSaved()
    write(plan, 'For sent')
    school.closeWith('access-denied')
    await until('set aside', () => plan.replaced.get() !== null)

    expect(plan.ending.get()).toBe('access-denied')
    expect(plan.recovery.get()).toHaveLength(1)
  })

  it('is nothing when there is nothing unsent: a reader’s refused handshake is no loss', async () => {
    const { school, plan } = await openSaved({ readOnly: true })
    school.reject('access-denied')

    expect(plan.replaced.get()).toBeNull()
    expect(plan.recovery.get()).toEqual([])
  })

  it('of an earlier epoch is set aside at opening, if it was unsent', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    school.closeWith('lost')
    write(plan, 'Før gjenoppretting')
    await until('stored', () => plan.saveState.get() === 'saved-on-device')
    await plan.close()

    const later = openAt(school, { databases, entry: planEntry({ epoch: 2 }) })
    await until('its copies', () => later.recovery.get().length > 0)

    expect(later.loaded.get()).toBe(false)
    expect(later.recovery.get()[0]?.reason).toBe('epoch-changed')
  })

  it('stays as it is when a reload or signing in mends it', async () => {
    const { school, plan } = await openSaved()
    write(plan, 'Vent')
    school.closeWith('client-too-old')

    expect([plan.ending.get(), plan.replaced.get(), plan.writable.get()]).toEqual([
      'client-too-old',
      null,
      false,
    ])
  })
})

it('passes on that something beside the text changed', async () => {
  let notices = 0
  const { school } = await openSaved({ onNotice: () => (notices += 1) })

  school.notice()

  expect(notices).toBe(1)
})

/** What a browser without room for a database answers. */
function refusedRequest(): IDBOpenDBRequest {
  const request = new EventTarget() as unknown as IDBOpenDBRequest & EventTarget
  Object.assign(request, { error: new DOMException('no room', 'QuotaExceededError') })
  queueMicrotask(() => request.dispatchEvent(new Event('error')))
  return request
}
