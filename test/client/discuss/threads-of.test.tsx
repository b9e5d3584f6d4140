/** One store of threads for the page: it ends with the page, and not before its words are sent. */
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import type { Threads } from '../../../client/discuss/threads.ts'
import { useThreads } from '../../../client/discuss/threads-of.ts'
import type { OpenPlan } from '../../../client/open-plan/open-plan.ts'
import { plansWithWordsInWindow } from '../../../client/open-plan/words-in-window.ts'
import type { NewThread } from '../../../shared/api/threads.ts'
import { createHandDrivenSchool, planEntry } from '../../support/hand-driven-school.ts'
import { closeAll, openAt } from '../../support/opened-plan.ts'
import { aThread } from '../../support/shown-thread.ts'
import { until } from '../../support/until.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const { userId } = planEntry().me
afterEach(async () => {
  await closeAll()
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A school that answers what is said only when it is let. Nothing can be kept on this device. */
function school() {
  let isAway = true
  vi.stubGlobal('indexedDB', undefined)
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_address, init) => {
    if (isAway) throw new TypeError('no connection')
    const said = typeof init?.body === 'string' ? (JSON.parse(init.body) as NewThread) : null
    const { waiting: _waiting, ...thread } = aThread(said?.threadId ?? 'a')
    return Response.json(said ? thread : { threads: [], seq: 0 })
  })
  return { answer: () => (isAway = false) }
}

function open() {
  const socket = createHandDrivenSchool()
  const plan = openAt(socket)
  const held: { threads?: Threads } = {}
  function Part({ of }: { readonly of: OpenPlan }) {
    const threads = useThreads(of)
    Object.assign(held, { threads })
    return null
  }
  const root = createRoot(document.body)
  act(() => root.render(<Part of={plan} />))
  const connect = async () => {
    await until('a socket', () => socket.sockets.length > 0)
    socket.accept()
    socket.sendPlan()
  }
  return { threads: held.threads!, connect, leave: () => act(() => root.unmount()) }
}

it('goes on sending what is only in this window, and ends when the school has it', async () => {
  const { answer } = school()
  const { threads, connect, leave } = open()
  const close = vi.spyOn(threads, 'close')
  threads.start({ place: { kind: 'plan' }, body: 'Hei', suggestion: null })
  leave()
  // A turn of the page: whoever leaves is looked at in the next.
  await new Promise((resolve) => setTimeout(resolve))
  await until('tried', () => vi.mocked(fetch).mock.calls.length > 1)
  expect(close).not.toHaveBeenCalled()
  expect(plansWithWordsInWindow(userId)).toHaveLength(1)

  answer()
  await connect()

  await until('ended', () => close.mock.calls.length > 0)
  expect(plansWithWordsInWindow(userId)).toEqual([])
})
