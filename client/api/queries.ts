/** The questions that pages ask, under their keys in the cache. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchInvitations, lookAtInvitation } from './invitations.ts'
import { fetchMe } from './me.ts'
import { fetchPlanEntry, fetchPlans } from './plans.ts'
import { fetchPlanPupils } from './pupils.ts'
import { searchPlans } from './search.ts'

const ASK_AGAIN_MS = 10_000

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: fetchMe })

export function plansQuery(schoolId: string) {
  return queryOptions({
    queryKey: ['plans', schoolId],
    queryFn: () => fetchPlans(schoolId),
    // From memory: the school is asked again until it answers.
    refetchInterval: ({ state }) => (state.data?.isFresh === false ? ASK_AGAIN_MS : false),
  })
}

/** Asked once per visit: what changes while the plan is open comes over its socket. */
export function planEntryQuery(planId: string) {
  return queryOptions({
    queryKey: ['entry', planId],
    queryFn: () => fetchPlanEntry(planId),
    staleTime: Infinity,
    gcTime: 0,
  })
}

/** Asked anew each time: others come in by the links, and make some of their own. */
export function invitationsQuery(planId: string) {
  return queryOptions({
    queryKey: ['invitations', planId],
    queryFn: () => fetchInvitations(planId),
    staleTime: 0,
  })
}

/** Asked anew each time: pupils come in meanwhile. */
export function pupilsQuery(planId: string) {
  return queryOptions({
    queryKey: ['pupils', planId],
    queryFn: () => fetchPlanPupils(planId),
    staleTime: 0,
  })
}

/** What an invitation is, for one who holds its token. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    staleTime: 0,
    gcTime: 0,
  })
}

/** What was found stays on the page until the next answer comes. */
export function searchQuery(schoolId: string, words: string) {
  return queryOptions({
    queryKey: ['search', schoolId, words],
    queryFn: () => searchPlans(schoolId, words),
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  })
}
