import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askBeforeLeaving, hearBackFirst, keepHere } from '../../../client/ui/leaving.ts'
import { until } from '../../support/until.ts'

hearBackFirst()

/** Where the router's ways were let through to. */
let gone: string[]
/** The ways out that somebody was asked about. */
let asked: (() => void)[]
let stop: () => void

const go = (to: string) => askBeforeLeaving((there) => gone.push(there), to)
const closing = () => {
  const event = new Event('beforeunload', { cancelable: true })
  dispatchEvent(event)
  return event.defaultPrevented
}

beforeEach(() => {
  gone = []
  asked = []
  history.pushState(null, '', '/start')
  history.pushState(null, '', '/settings')
  stop = keepHere((leave) => asked.push(leave))
})
afterEach(() => stop())

describe('a page that holds something unsaved', () => {
  it('is asked before a link of ours leads away, and let go when it says so', () => {
    go('/people')
    expect([gone, asked.length]).toEqual([[], 1])

    asked[0]?.()
    expect(gone).toEqual(['/people'])
  })

  it('is not asked about a place on itself', () => {
    go('/settings#terms')

    expect([gone, asked.length]).toEqual([['/settings#terms'], 0])
  })

  it('stays when somebody goes back, before the router hears of it, and goes when it is said', async () => {
    const router = vi.fn()
    addEventListener('popstate', router)

    history.back()
    await until('asked', () => asked.length === 1)
    expect([location.pathname, router.mock.calls.length]).toEqual(['/settings', 0])

    stop()
    asked[0]?.()
    await until('gone', () => location.pathname === '/start')
    expect(router).toHaveBeenCalledOnce()
    removeEventListener('popstate', router)
  })

  it('has the browser ask before the window closes', () => {
    expect(closing()).toBe(true)
  })

  it('asks nothing any more once it is saved', () => {
    stop()

    go('/people')

    expect([gone, asked.length, closing()]).toEqual([['/people'], 0, false])
  })
})
