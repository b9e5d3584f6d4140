/** What was said and the school does not have yet: it waits, is sent, and is never lost. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { plansWithUnsentText } from '../../../client/open-plan/device-copies.ts'
import { plansWithWaitingWords } from '../../../client/open-plan/discuss-database.ts'
import { noteWordsInWindow } from '../../../client/open-plan/words-in-window.ts'
import {
  closeThreads,
  createDiscussSchool,
  DISCUSSED_PLAN_ID,
  openThreads,
  shows,
} from '../../support/discuss-school.ts'
import { until } from '../../support/until.ts'

afterEach(closeThreads)

/** The plans about which something waits on this device: what a sign-out asks. */
async function plansWithWaiting({
  databases,
}: ReturnType<typeof openThreads>): Promise<readonly string[]> {
  return databases ? plansWithWaitingWords('user', databases) : []
}

describe('what is said', () => {
  it('is shown at once, as waiting, and no more when the school has it', async () => {
    const school = createDiscussSchool()
    const page = openThreads(school)
    await shows(page)

    page.say('Hei')

    expect(page.bodies()).toEqual([['Hei']])
    expect(page.waiting()).toHaveLength(1)
    await until('taken', () => page.waiting()?.length === 0)
    expect(page.bodies()).toEqual([['Hei']])
  })

  it('without a connection waits, survives the window, and is sent in its order', async () => {
    const school = createDiscussSchool()
    school.go(true)
    const page = openThreads(school)
    const threadId = page.say('Hei')
    page.threads.reply(threadId, 'Og mer')
    await until('kept', async () => {
      return (await plansWithWaiting(page)).includes(DISCUSSED_PLAN_ID)
    })
    page.threads.close()
    school.go(false)

    const again = openThreads(school, page.databases)

    await shows(again, ['Hei', 'Og mer'])
    await until('taken', () => again.waiting()?.length === 0)
    expect(await plansWithWaiting(page)).toEqual([])
  })

  it('is taken once, though two windows send it', async () => {
    const school = createDiscussSchool()
    school.go(true)
    const page = openThreads(school)
    page.say('Hei')
    await until('kept', async () => {
      return (await plansWithWaiting(page)).length > 0
    })
    const other = openThreads(school, page.databases)
    await shows(other, ['Hei'])
    school.go(false)

    page.connected.set(false)
    page.connected.set(true)
    other.connected.set(false)
    other.connected.set(true)

    await until(
      'taken by both',
      () => page.waiting()?.length === 0 && other.waiting()?.length === 0,
    )
    await shows(page, ['Hei'])
    expect(new Set(school.taken).size).toBe(1)
  })

  it('keeps its words when the school refuses it, until it is tried again', async () => {
    const school = createDiscussSchool()
    school.refuse('too-many-requests')
    const page = openThreads(school)
    await shows(page)
    school.refuse('access-denied')

    page.say('Hei')
    await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')
    expect(page.bodies()).toEqual([['Hei']])

    school.refuse(null)
    page.threads.tryAgain(page.waiting()?.[0]?.id ?? '')

    await until('taken', () => page.waiting()?.length === 0)
    expect(page.bodies()).toEqual([['Hei']])
  })

  it('lets other words go past what was refused, but no reply to it', async () => {
    const school = createDiscussSchool()
    school.refuse('access-denied')
    const page = openThreads(school)
    const threadId = page.say('Refused')
    await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')
    school.refuse(null)

    page.threads.reply(threadId, 'Waits')
    page.say('Goes')

    await shows(page, ['Goes'], ['Refused', 'Waits'])
    expect(page.waiting()).toHaveLength(2)
  })

  it('waits unrefused when somebody else is signed in, for the next page of who said it', async () => {
    const school = createDiscussSchool()
    school.refuse('sign-in-required')
    const page = openThreads(school)
    page.say('Hei')
    await until('asked', () => school.asked === 1)
    await until('kept', async () => (await plansWithWaiting(page)).length > 0)
    expect(page.waiting()).toMatchObject([{ refused: null }])
    page.threads.close()
    school.refuse(null)

    const again = openThreads(school, page.databases)

    await until('taken', () => school.taken.length === 1)
    await shows(again, ['Hei'])
  })

  it('is not sent from a page that the school has closed for who is not signed in', async () => {
    const school = createDiscussSchool()
    const page = openThreads(school)
    await shows(page)
    page.ending.set('sign-in-required')
    page.told.set(1)
    await until('not asked', () => page.threads.problem.get() === 'sign-in-required')

    page.say('Hei')
    await until('kept', async () => (await plansWithWaiting(page)).length > 0)

    expect(school.asked).toBe(0)
    expect(page.waiting()).toMatchObject([{ refused: null }])
  })

  it('holds up no words of other threads when the school fails at it', async () => {
    const school = createDiscussSchool()
    const thread = school.say('Full')
    school.refuse('server-error', thread.threadId)
    const page = openThreads(school)
    await shows(page, ['Full'])

    page.threads.reply(thread.threadId, 'Fails')
    page.say('Goes')

    await until('the other one', () => page.waiting()?.length === 1)
    expect(school.taken).toHaveLength(1)
    expect(page.waiting()).toMatchObject([{ refused: null }])
    expect(page.bodies()).toEqual([['Full', 'Fails'], ['Goes']])
  })

  it('is given back after the third time that the school fails at it', async () => {
    const school = createDiscussSchool()
    school.refuse('server-error')
    const page = openThreads(school)
    await shows(page)
    page.say('Fails')
    await until('asked', () => school.asked === 1)
    expect(page.waiting()).toMatchObject([{ refused: null }])

    await until('refused', () => {
      page.connected.set(false)
      page.connected.set(true)
      return page.waiting()?.[0]?.refused === 'server-error'
    })

    expect(school.asked).toBe(3)
  })

  it('is not tried again where no more can be said', async () => {
    const school = createDiscussSchool()
    school.refuse('discussion-full')
    const page = openThreads(school)
    await shows(page)

    page.say('Too much')

    await until('refused', () => page.waiting()?.[0]?.refused === 'discussion-full')
  })

  it('is gone when it is thrown away', async () => {
    const school = createDiscussSchool()
    school.refuse('access-denied')
    const page = openThreads(school)
    page.say('Refused')
    await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')

    const bringBack = page.threads.discard(page.waiting()?.[0]?.id ?? '')

    expect(page.bodies()).toEqual([])
    await until('not kept', async () => {
      return (await plansWithWaiting(page)).length === 0
    })

    bringBack()

    expect(page.bodies()).toEqual([['Refused']])
    expect(page.waiting()?.[0]?.refused).toBe('access-denied')
    await until('kept again', async () => {
      return (await plansWithWaiting(page)).length === 1
    })
  })

  it('is said to be only in this window while the device has not kept it', async () => {
    const school = createDiscussSchool()
    school.go(true)
    const unkept = openThreads(school, null)
    const kept = openThreads(school)

    unkept.say('Hei')
    kept.say('Hei')

    await until('kept', () => !kept.threads.holdsUnkept)
    expect(unkept.threads.holdsUnkept).toBe(true)
    const stop = noteWordsInWindow({
      userId: 'user',
      planId: DISCUSSED_PLAN_ID,
      holds: () => unkept.threads.holdsUnkept,
    })
    expect(await plansWithUnsentText('user', new IDBFactory())).toEqual([DISCUSSED_PLAN_ID])
    school.go(false)
    unkept.connected.set(false)
    unkept.connected.set(true)
    await until('taken', () => !unkept.threads.holdsUnkept)
    expect(await plansWithUnsentText('user', new IDBFactory())).toEqual([])
    stop()
  })

  it('goes where nothing can be kept on the device, too', async () => {
    const school = createDiscussSchool()
    const page = openThreads(school, null)

    page.say('Hei')

    await until('taken', () => school.taken.length === 1)
  })
})
