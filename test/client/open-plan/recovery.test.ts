import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { planEntry } from '../../support/hand-driven-school.ts'
import {
  closeAll,
  differencesFrom,
  openAgain,
  openAt,
  openSaved,
  putBackIn,
  wordsIn,
  write,
} from '../../support/opened-plan.ts'
import { until } from '../../support/until.ts'

afterEach(closeAll)

describe('what cannot be merged', () => {
  it('is set aside when the school refuses it, and its words can be copied', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Avvist')
    school.reject('update-refused')
    await until('set aside', () => plan.replaced.get() !== null)
    const frozen = [plan.replaced.get(), plan.writable.get()]
    await plan.close()

    const afresh = await openAgain(school, { databases })
    school.accept()
    school.sendPlan()
    school.saveAll()
    await until('its copies', () => afresh.recovery.get().length > 0)
    const [copy] = afresh.recovery.get()

    expect(frozen).toEqual(['update-refused', false])
    expect(afresh.doc.clientID).not.toBe(plan.doc.clientID)
    expect(wordsIn(afresh.doc)).not.toContain('Avvist')
    expect(copy?.reason).toBe('update-refused')
    expect(differencesFrom(copy!, afresh)).toMatchObject([
      { kind: 'text', fieldId: 'leadership.today' },
    ])
    putBackIn(afresh, copy)
    expect(wordsIn(afresh.doc)).toContain('Avvist')
    await until('it is noted', () => afresh.recovery.get()[0]?.isPutBack === true)
    expect(differencesFrom(copy!, afresh)).toMatchObject([{ kind: 'text', missing: [] }])
    await copy?.discard()
    expect(afresh.recovery.get()).toEqual([])
  })

  it('is the client id itself: the plan is opened under another, before a word was written', async () => {
    const { school, plan } = await openSaved()

    school.closeWith('update-refused')
    await until('replaced', () => plan.replaced.get() !== null)

    expect(plan.replaced.get()).toBe('update-refused')
    expect(plan.writable.get()).toBe(false)
    expect(plan.recovery.get().flatMap((copy) => differencesFrom(copy, plan) ?? [])).toEqual([])
  })

  it('is set aside when the right is taken away with unsent text', async () => {
    const { school, plan } = await openSaved()
    write(plan, 'For sent')
    school.closeWith('access-denied')
    await until('set aside', () => plan.replaced.get() !== null)

    expect(plan.ending.get()).toBe('access-denied')
    expect(plan.recovery.get()).toHaveLength(1)
  })

  it('is set aside when the right was taken while the plan was closed', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    school.closeWith('lost')
    write(plan, 'På toget')
    await until('stored', () => plan.saveState.get() === 'saved-on-device')
    await plan.close()

    const { me } = planEntry()
    const entry = planEntry({ me: { ...me, role: 'guest', mayWrite: false } })
    const reader = await openAgain(school, { databases, entry })
    school.accept()
    school.sendPlan()
    school.reject('access-denied')
    await until('set aside', () => reader.replaced.get() !== null)

    expect(reader.recovery.get()).toHaveLength(1)
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

  it('of before a restore is set aside at opening, saved or not: the school may have lost it', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    await plan.close()

    const entry = planEntry({ epoch: 3, restoredEpoch: 2 })
    const later = openAt(school, { databases, entry })
    await until('its copies', () => later.recovery.get().length > 0)

    expect(later.loaded.get()).toBe(false)
    expect(later.recovery.get()).toMatchObject([{ reason: 'epoch-changed' }])
  })

  it('of before a restore is nothing to one who only reads, and never wrote here', async () => {
    const databases = new IDBFactory()
    const { me } = planEntry()
    const reads = { me: { ...me, role: 'pupil', mayWrite: false } } as const
    const { school, plan } = await openSaved({ databases, entry: planEntry(reads) })
    await plan.close()

    const later = await openAgain(school, {
      databases,
      entry: planEntry({ ...reads, epoch: 3, restoredEpoch: 2 }),
    })
    school.accept()
    school.sendPlan()
    await until('the plan', () => later.loaded.get())

    expect(later.recovery.get()).toEqual([])
  })

  it('of before a restore is set aside for one who wrote here while they might', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Mitt')
    school.saveAll()
    await until('stored', () => plan.saveState.get() === 'saved-at-school')
    await plan.close()

    const { me } = planEntry()
    const entry = planEntry({ me: { ...me, mayWrite: false }, epoch: 3, restoredEpoch: 2 })
    const later = openAt(school, { databases, entry })
    await until('its copies', () => later.recovery.get().length > 0)

    expect(later.recovery.get()).toMatchObject([{ reason: 'epoch-changed' }])
  })

  it('and stored is not said to be in this window only, though the plan was closed at once', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Mitt')
    school.closeWith('access-denied')
    await plan.close()

    const { me } = planEntry()
    const entry = planEntry({ me: { ...me, mayWrite: false } })
    const later = openAt(school, { databases, entry })
    await until('its copies', () => later.recovery.get().length > 0)

    expect(later.recovery.get()).toMatchObject([{ isOnlyHere: false }])
  })

  it('is kept once when two openings set the same aside', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    school.closeWith('lost')
    write(plan, 'Før gjenoppretting')
    await until('stored', () => plan.saveState.get() === 'saved-on-device')
    await until('it tries again', () => school.sockets.length > 1)
    const socket = school.sockets.at(-1)
    const other = openAt(school, { databases, entry: planEntry({ epoch: 2 }) })
    await until('its copies', () => other.recovery.get().length > 0)
    school.closeWith('epoch-changed', socket)
    await until('set aside', () => plan.replaced.get() !== null)
    await Promise.all([plan.close(), other.close()])

    const later = openAt(school, { databases, entry: planEntry({ epoch: 2 }) })
    await until('its copies', () => later.recovery.get().length > 0)
    await until('its copies are counted', () => later.recovery.get().length === 1)
    expect(later.recovery.get()).toMatchObject([{ reason: 'epoch-changed' }])
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

  it('of a program that is too old survives the reload, and is sent then', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Vent')
    school.closeWith('client-too-old')
    await until('stored', () => plan.saveState.get() === 'saved-on-device')
    await plan.close()

    const again = await openAgain(school, { databases })
    school.accept()
    school.sendPlan()
    school.saveAll()

    expect(again.saveState.get()).toBe('saved-at-school')
    expect(wordsIn(school.doc)).toContain('Vent')
  })

  it('that the browser does not keep is said to be in this window only', async () => {
    const databases = { open: () => raise() } as unknown as IDBFactory
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Vi')
    school.reject('update-refused')
    await until('set aside', () => plan.recovery.get().length > 0)

    expect(plan.recovery.get()[0]?.isOnlyHere).toBe(true)
    await plan.recovery.get()[0]?.discard()
  })
})

function raise(): never {
  throw new DOMException('a private window', 'SecurityError')
}
