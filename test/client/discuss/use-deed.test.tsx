/** What could not be done says so where it was pressed, for as long as it is so. */
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import type { RequestProblem } from '../../../client/api/request.ts'
import { Message } from '../../../client/discuss/message.tsx'
import { createObservable } from '../../../client/open-plan/observable.ts'
import { discussPage, press } from '../../support/discuss-page.tsx'
import { aThread } from '../../support/shown-thread.ts'
import { until } from '../../support/until.ts'

const page = discussPage()
const told = () => document.querySelector('[role="alert"]')?.textContent ?? null

it('tells that a thank-you did not arrive, until the school answers again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  const problem = createObservable<RequestProblem | null>(null)
  page.draw(<Message threadId="a" message={aThread('a').messages[0]!} isOpen />, {
    threads: {
      problem,
      take: (deed) => deed.then(() => null).catch(() => 'no-connection' as const),
      // Asking again fails as well.
      refresh: async () => problem.set('no-connection'),
    },
  })
  press('Thank you')
  await act(() => until('told', () => told()?.includes('does not answer') === true))

  act(() => problem.set(null))

  expect(told()).toBeNull()
})
