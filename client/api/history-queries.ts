/** The questions about what a plan was, under their keys in the cache. */
import { queryOptions } from '@tanstack/react-query'
import {
  fetchChangedPlaces,
  fetchMoment,
  fetchTextAuthors,
  fetchVersions,
  noteVisit,
} from './history.ts'

/** How often "changed by" is asked anew while a plan is open. */
const CHANGES_AGAIN_MS = 30_000
const AUTHORS_AGAIN_MS = 20_000
const SAME_VISIT_MS = 60_000

/** Asked anew each time: others write meanwhile. */
export function versionsQuery(planId: string) {
  return queryOptions({
    queryKey: ['versions', planId],
    queryFn: () => fetchVersions(planId),
    staleTime: 0,
  })
}

/** Two moments, to be compared: both or neither. */
export function momentsQuery(planId: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['moments', planId, from, to],
    queryFn: ({ client }) =>
      Promise.all([from, to].map((seq) => client.fetchQuery(momentQuery(planId, seq)))),
    staleTime: Infinity,
    retry: false,
  })
}

/** A moment that was never changes. */
function momentQuery(planId: string, seq: number) {
  return queryOptions({
    queryKey: ['moment', planId, seq],
    queryFn: () => fetchMoment(planId, seq),
    staleTime: Infinity,
    retry: false,
  })
}

export function changedPlacesQuery(planId: string) {
  return queryOptions({
    queryKey: ['changed-places', planId],
    queryFn: () => fetchChangedPlaces(planId),
    refetchInterval: CHANGES_AGAIN_MS,
    retry: false,
  })
}

export function textAuthorsQuery(planId: string) {
  return queryOptions({
    queryKey: ['text-authors', planId],
    queryFn: () => fetchTextAuthors(planId),
    staleTime: 0,
    refetchInterval: AUTHORS_AGAIN_MS,
    retry: false,
  })
}

/**
 * My visit, noted once while the plan is open: opening it anew on the way (other rights, another
 * epoch) is no other visit. Who comes back later than this begins one.
 */
export function visitQuery(planId: string) {
  return queryOptions({
    queryKey: ['visit', planId],
    queryFn: () => noteVisit(planId),
    staleTime: Infinity,
    gcTime: SAME_VISIT_MS,
    retry: false,
  })
}
