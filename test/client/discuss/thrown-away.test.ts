/** What was not sent and is thrown away: it is gone, and comes back when it is wanted back. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { RequestFailed } from '../../../client/api/request.ts'
import { createOutbox, type Said } from '../../../client/discuss/outbox.ts'
import { openDiscussDatabase } from '../../../client/open-plan/discuss-database.ts'
import {
  broughtBackOn,
  closeThreads,
  createDiscussSchool,
  DISCUSSED_PLAN_ID,
  openThreads,
  plansWithWaiting,
  shows,
} from '../../support/discuss-school.ts'
import { until } from '../../support/until.ts'

afterEach(closeThreads)

const aReply: Said = {
  id: 'm',
  planId: DISCUSSED_PLAN_ID,
  atMs: 1,
  words: { kind: 'message', threadId: 't', message: { messageId: 'm', body: 'Refused' } },
  refused: null,
}

/** What was refused, thrown away, and not had back before its store was closed. */
async function thrownAwayAndClosed(databases: IDBFactory | null = new IDBFactory()) {
  const school = createDiscussSchool()
  school.refuse('access-denied')
  const broughtBack = broughtBackOn(databases)
  const page = openThreads(school, databases, { broughtBack })
  page.say('Refused')
  await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')
  const bringBack = page.threads.discard(page.waiting()?.[0]?.id ?? '')
  await until('not kept', async () => (await plansWithWaiting(page)).length === 0)
  page.threads.close()
  return { school, page, bringBack, broughtBack }
}

describe('what was refused', () => {
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

  it('stays thrown away when what is on the device is read only then', async () => {
    const kept = await openDiscussDatabase<Said>('user', new IDBFactory())
    const reading = Promise.withResolvers<void>()
    const late = {
      ...kept,
      async readWaiting(planId: string | null) {
        const all = await kept.readWaiting(planId)
        await reading.promise
        return all
      },
    }
    const outbox = createOutbox({
      planId: DISCUSSED_PLAN_ID,
      database: Promise.resolve(late),
      deliver: () => Promise.reject(new RequestFailed('access-denied')),
      onTaken: () => undefined,
    })
    outbox.put(aReply)
    await until('refused and kept', async () => {
      return (await kept.readWaiting(null)).some(({ refused }) => refused !== null)
    })
    const loading = outbox.load()
    await kept.readWaiting(null)
    outbox.discard(aReply.id)

    reading.resolve()
    await loading

    expect(outbox.waiting.get()).toEqual([])
    outbox.close()
    kept.close()
  })

  it('comes back to the store that is open by then', async () => {
    const { school, page, bringBack, broughtBack } = await thrownAwayAndClosed()
    const again = openThreads(school, page.databases, { broughtBack })
    await shows(again)

    bringBack()

    await shows(again, ['Refused'])
    expect(again.waiting()?.[0]?.refused).toBe('access-denied')
  })

  it('comes back on the device where no store is open, for the next one', async () => {
    const { school, page, bringBack, broughtBack } = await thrownAwayAndClosed()

    bringBack()

    await until('kept', async () => {
      return (await plansWithWaiting(page)).length === 1 && !broughtBack.hasAny
    })
    await shows(openThreads(school, page.databases), ['Refused'])
  })

  it('comes back in this window where the device keeps nothing', async () => {
    const { school, bringBack, broughtBack } = await thrownAwayAndClosed(null)

    bringBack()
    expect(broughtBack.hasAny).toBe(true)

    await shows(openThreads(school, null, { broughtBack }), ['Refused'])
    expect(broughtBack.hasAny).toBe(false)
  })
})
