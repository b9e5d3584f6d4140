/**
 * Was the right to read what is said taken away while the page was open? It is to be seen no
 * more then, and the page asks once what else one may here: with that answer it is opened anew.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { planEntryQuery } from '../api/queries.ts'
import type { RequestProblem } from '../api/request.ts'

/** @param problem why what is said was not answered. */
export function useDenied(planId: string, problem: RequestProblem | null): boolean {
  const cache = useQueryClient()
  const isDenied = problem === 'access-denied'
  useEffect(() => {
    if (isDenied) void cache.invalidateQueries(planEntryQuery(planId))
  }, [cache, planId, isDenied])
  return isDenied
}
