/** What is said about a plan, as one window knows it. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Said } from '../../../client/discuss/outbox.ts'
import { openDiscussDatabase } from '../../../client/open-plan/discuss-database.ts'
import type { NewThread } from '../../../shared/api/threads.ts'
import {
  closeThreads,
  createDiscussSchool,
  DISCUSSED_EPOCH,
  DISCUSSED_PLAN_ID,
  openThreads,
  shows,
} from '../../support/discuss-school.ts'
import { until } from '../../support/until.ts'

afterEach(closeThreads)

describe('the threads of an open plan', () => {
  it('are what the school has, and again when the school tells of news', async () => {
    const school = createDiscussSchool()
    school.say('Hei')
    const page = openThreads(school)
    await shows(page, ['Hei'])

    school.say('Og hei')
    page.told.set(1)

    await shows(page, ['Hei'], ['Og hei'])
  })

  it('say on which writing of the plan they were begun', async () => {
    const school = createDiscussSchool()
    const page = openThreads(school)
    page.say('Hei')
    await until('sent', () => school.epochs.length === 1)

    expect(school.epochs).toEqual([DISCUSSED_EPOCH])
  })

  it('that waited while the plan was written anew are sent on the new one, once they are seen', async () => {
    const school = createDiscussSchool()
    school.refuse('epoch-changed')
    const before = openThreads(school)
    before.say('Hei')
    await until('refused', () => before.waiting()?.[0]?.refused === 'epoch-changed')
    await until('kept so', async () => {
      const database = await openDiscussDatabase<Said>('user', before.databases ?? undefined)
      const [said] = await database.readWaiting(null)
      database.close()
      return said?.refused === 'epoch-changed'
    })
    before.threads.close()
    school.refuse(null)

    const epoch = DISCUSSED_EPOCH + 1
    const beginAnew = (thread: NewThread) => ({ ...thread, epoch })
    const page = openThreads(school, before.databases, { epoch, beginAnew })
    await shows(page, ['Hei'])
    expect(school.epochs).toEqual([])
    page.threads.tryAgain(page.waiting()?.[0]?.id ?? '')
    await until('taken', () => page.waiting()?.length === 0)

    expect(school.epochs).toEqual([epoch])
  })

  it('are asked for again after a break of the connection', async () => {
    const school = createDiscussSchool()
    const page = openThreads(school)
    page.connected.set(false)
    school.say('Meanwhile')

    page.connected.set(true)

    await shows(page, ['Meanwhile'])
  })

  it('can be read without a connection as this device last saw them', async () => {
    const school = createDiscussSchool()
    school.say('Hei')
    const first = openThreads(school)
    await shows(first, ['Hei'])
    await until('kept', async () => {
      const kept = await openDiscussDatabase('user', first.databases ?? undefined)
      const list = await kept.readList(DISCUSSED_PLAN_ID)
      kept.close()
      return list !== null
    })
    school.go(true)

    const second = openThreads(school, first.databases)

    await shows(second, ['Hei'])
    expect(second.threads.problem.get()).toBe('no-connection')
  })

  it('are not kept on a computer that others use, nor what was kept there before', async () => {
    const school = createDiscussSchool()
    school.say('Hei')
    const before = openThreads(school)
    await shows(before, ['Hei'])
    const kept = await openDiscussDatabase('user', before.databases ?? undefined)
    const isKept = async () => (await kept.readList(DISCUSSED_PLAN_ID)) !== null
    await until('kept', isKept)
    before.threads.close()

    const page = openThreads(school, before.databases, { isPublicComputer: true })
    await shows(page, ['Hei'])
    await until('gone', async () => !(await isKept()))
    school.say('Og hei')
    page.told.set(1)
    await shows(page, ['Hei'], ['Og hei'])
    school.go(true)
    page.say('Snart')
    await until('waiting on the device', async () => (await kept.readWaiting(null)).length === 1)

    expect(await isKept()).toBe(false)
    kept.close()
  })

  it('never show an older answer over a newer one', async () => {
    const school = createDiscussSchool()
    const thread = school.say('Hei')
    const page = openThreads(school)
    await shows(page, ['Hei'])

    await page.threads.take(Promise.resolve({ ...thread, state: 'resolved', seq: 9 }))
    await page.threads.take(Promise.resolve({ ...thread, state: 'open', seq: 8 }))

    expect(page.threads.shown.get()?.[0]?.state).toBe('resolved')
  })

  it('stay seen here when an answer that was under way does not know of it', async () => {
    const school = createDiscussSchool()
    const thread = school.say('Hei')
    const page = openThreads(school)
    await shows(page, ['Hei'])

    page.threads.markSeen(thread)
    school.say('Ny')
    page.told.set(1)
    await shows(page, ['Hei'], ['Ny'])

    expect(page.threads.shown.get()?.map(({ seq, seenSeq }) => seq > seenSeq)).toEqual([
      false,
      true,
    ])
  })

  it('that were seen without a connection are told as seen when there is one', async () => {
    const school = createDiscussSchool()
    const thread = school.say('Hei')
    const page = openThreads(school)
    await shows(page, ['Hei'])
    page.connected.set(false)
    school.go(true)
    page.threads.markSeen(thread)
    expect(school.seen()).toEqual([0])

    school.go(false)
    page.connected.set(true)

    await until('told', () => school.seen()[0] === thread.seq)
  })
})
