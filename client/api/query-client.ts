/** The cache of what was asked: one for the whole page. */
import { QueryClient } from '@tanstack/react-query'
import { FAILURES } from '../../shared/failure.ts'
import { problemOf, type RequestProblem } from './request.ts'

const RETRIES = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A question is asked offline too: the answer may be remembered (remembered.ts).
      networkMode: 'always',
      retry: (count, error) => count < RETRIES && isPassing(problemOf(error)),
    },
    mutations: { networkMode: 'always' },
  },
})

/** Worth asking again by itself? No connection is shown at once: people know their network. */
function isPassing(problem: RequestProblem): boolean {
  return problem !== 'no-connection' && FAILURES[problem].retry === 'later'
}
