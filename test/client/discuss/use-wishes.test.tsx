/** Who comes by an address of a thread, and what this device knows of it by then. */
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { RequestFailed } from '../../../client/api/request.ts'
import { useWishes } from '../../../client/discuss/use-wishes.ts'
import { discussWishOf } from '../../../client/open-plan/discuss-wish.ts'
import { openDiscussDatabase } from '../../../client/open-plan/discuss-database.ts'
import type { OpenPlan } from '../../../client/open-plan/open-plan.ts'
import { discussPage, noticeWords } from '../../support/discuss-page.tsx'
import {
  closeThreads,
  createDiscussSchool,
  DISCUSSED_PLAN_ID,
  openThreads,
  shows,
} from '../../support/discuss-school.ts'
import { until } from '../../support/until.ts'

const page = discussPage()
afterEach(closeThreads)

const nothing = () => undefined

/** A window on the discussion, and the threads that were opened in it, in turn. */
function openWindow(...given: Parameters<typeof openThreads>) {
  const window = openThreads(...given)
  const plan = {} as OpenPlan
  const opened: string[] = []
  function Wishes() {
    useWishes({
      plan,
      threads: window.threads,
      open: (threadId) => opened.push(threadId),
      showPlace: nothing,
      openSheet: nothing,
      beginAtWords: nothing,
      beginComment: nothing,
      beginAction: nothing,
    })
    return null
  }
  page.draw(<Wishes />)
  const wish = (threadId: string) => act(() => discussWishOf(plan).set({ kind: 'show', threadId }))
  return { ...window, opened, wish }
}

/** A school where one thing was said, and a window that knows of it. */
async function openOnOneThread() {
  const school = createDiscussSchool()
  const { threadId } = school.say('Hei')
  const window = openWindow(school)
  await shows(window, ['Hei'])
  return { ...window, school, threadId }
}

const soon = (what: string, is: () => boolean) =>
  until(what, async () => {
    // What has come meanwhile is drawn.
    await act(() => Promise.resolve())
    return is()
  })

describe('a thread that is wished for', () => {
  it('is opened, though this device last read the threads before it was begun', async () => {
    const { school, opened, wish } = await openOnOneThread()
    const { threadId } = school.say('Ny')

    wish(threadId)

    await soon('opened', () => opened.length > 0)
    expect(opened).toEqual([threadId])
    expect(noticeWords()).toBe('')
  })

  it('waits until anything is known at all', async () => {
    const school = createDiscussSchool()
    const { threadId } = school.say('Hei')
    const { opened, wish } = openWindow(school)

    wish(threadId)

    await soon('opened', () => opened.length > 0)
    expect(opened).toEqual([threadId])
  })

  it.each([
    ['is said to be gone when the school does not have it', false, 'not there any more'],
    ['is said to be not here yet when the school cannot be asked', true, 'on this device yet'],
  ])('%s', async (_name, isAway, words) => {
    const { school, opened, wish } = await openOnOneThread()
    school.go(isAway)

    wish('t'.repeat(20))

    await soon('told', () => noticeWords().includes(words))
    expect(opened).toEqual([])
  })

  it('is said to be not here yet on a device that knows of none, and is not opened later', async () => {
    const school = createDiscussSchool()
    const { threadId } = school.say('Hei')
    school.go(true)
    const { threads, bodies, opened, wish } = openWindow(school)

    wish(threadId)
    await soon('told', () => noticeWords().includes('on this device yet'))
    school.go(false)
    await act(() => threads.refresh())

    expect(bodies()).toEqual([['Hei']])
    expect(opened).toEqual([])
  })

  it('is found in what this device had, though the school said sooner that it is away', async () => {
    const school = createDiscussSchool()
    const { threadId } = school.say('Hei')
    const before = openThreads(school)
    await shows(before, ['Hei'])
    const kept = await openDiscussDatabase('user', before.databases ?? undefined)
    await until('kept', async () => (await kept.readList(DISCUSSED_PLAN_ID)) !== null)
    kept.close()
    school.go(true)
    const { opened, wish } = openWindow(school, before.databases)

    wish(threadId)

    await soon('opened', () => opened.length > 0)
    expect(opened).toEqual([threadId])
    expect(noticeWords()).toBe('')
  })

  it('is not spoken of to whoever may not read it any more: the page is another one soon', async () => {
    const { school, threads, opened, wish } = await openOnOneThread()
    school.api.fetch = () => Promise.reject(new RequestFailed('access-denied'))

    wish('t'.repeat(20))
    await act(() => threads.refresh())

    expect(threads.problem.get()).toBe('access-denied')
    expect(opened).toEqual([])
    expect(noticeWords()).toBe('')
  })

  it('gives way to the one wished for after it, and to leaving the page', async () => {
    const { school, threads, threadId, opened, wish } = await openOnOneThread()

    wish('t'.repeat(20))
    wish(threadId)
    await act(() => threads.refresh())
    expect(opened).toEqual([threadId])
    expect(noticeWords()).toBe('')

    wish(school.say('Ny').threadId)
    page.clear()
    await act(() => threads.refresh())
    expect(opened).toEqual([threadId])
  })
})
