/** The right to read what is said is taken away while the page is open. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import type { RequestProblem } from '../../../client/api/request.ts'
import { planEntryQuery } from '../../../client/api/queries.ts'
import { useDenied } from '../../../client/discuss/use-denied.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
afterEach(() => document.body.replaceChildren())

function Page({ problem }: { readonly problem: RequestProblem | null }) {
  return useDenied('plan', problem) ? 'denied' : 'open'
}

it('shows nothing more, and asks what else one may here; a broken line does neither', async () => {
  const queryKey: readonly unknown[] = planEntryQuery('plan').queryKey
  const cache = new QueryClient()
  cache.setQueryData(queryKey, {})
  const isToBeAsked = () => cache.getQueryState(queryKey)?.isInvalidated
  const root = createRoot(document.body)
  const show = (problem: RequestProblem | null) =>
    act(async () =>
      root.render(
        <QueryClientProvider client={cache}>
          <Page problem={problem} />
        </QueryClientProvider>,
      ),
    )

  await show('no-connection')
  expect([document.body.textContent, isToBeAsked()]).toEqual(['open', false])

  await show('access-denied')
  expect([document.body.textContent, isToBeAsked()]).toEqual(['denied', true])
  act(() => root.unmount())
})
