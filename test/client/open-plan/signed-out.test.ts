/** Signed out in the middle of writing: where the words are, and that they arrive. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, openAgain, openSaved, wordsIn, write } from '../../support/opened-plan.ts'
import { refusingDatabases } from '../../support/refusing-databases.ts'
import { until } from '../../support/until.ts'

afterEach(closeAll)

describe('a plan whose writer is signed out', () => {
  it('says that what was under way is kept on the device, and waits for no acknowledgement', async () => {
    const { school, plan } = await openSaved()
    write(plan, 'Vi')
    expect(plan.saveState.get()).toBe('saving')

    school.closeWith('sign-in-required')

    await until('told', () => plan.saveState.get() === 'signed-out')
    expect(plan.writable.get()).toBe(false)
    expect(plan.recovery.get()).toEqual([])
  })

  it('says that everything is at school when it is', async () => {
    const { school, plan } = await openSaved()

    school.closeWith('sign-in-required')

    expect(plan.saveState.get()).toBe('saved-at-school')
  })

  it('says that words are only in this window when the device keeps none, and warns', async () => {
    const warnings: (() => boolean)[] = []
    const onLeaving = (warn: () => boolean) => {
      warnings.push(warn)
      return () => undefined
    }
    const broken = refusingDatabases()
    const { school, plan } = await openSaved({ databases: broken, onLeaving })
    write(plan, 'Vi')

    school.closeWith('sign-in-required')

    expect(plan.saveState.get()).toBe('signed-out-not-saved')
    expect(warnings.some((each) => each())).toBe(true)
  })

  it('sends it once they are signed in and the plan is opened again', async () => {
    const databases = new IDBFactory()
    const { school, plan } = await openSaved({ databases })
    write(plan, 'Vi skrev dette')
    school.closeWith('sign-in-required')
    await until('stored', () => plan.saveState.get() === 'signed-out')
    await plan.close()

    const again = await openAgain(school, { databases })
    school.accept()
    school.sendPlan()
    school.saveAll()

    expect(again.saveState.get()).toBe('saved-at-school')
    expect(wordsIn(school.doc)).toContain('Vi skrev dette')
  })
})
