/** The questions that the pages of a school and of my account ask, under their keys in the cache. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchMembers, fetchPersonalInvitations } from './members.ts'
import { fetchDeletedPlans, fetchPosts, fetchRights } from './plan-people.ts'
import { fetchAudit, fetchSettings } from './school-settings.ts'
import { fetchMySessions } from './sessions.ts'

/** All of these are asked anew each time: others change them, and what is shown is acted on. */
const ANEW = { staleTime: 0 } as const

export function membersQuery(schoolId: string) {
  return queryOptions({
    ...ANEW,
    queryKey: ['members', schoolId],
    queryFn: () => fetchMembers(schoolId),
  })
}

export function personalInvitationsQuery(schoolId: string) {
  return queryOptions({
    ...ANEW,
    queryKey: ['personal-invitations', schoolId],
    queryFn: () => fetchPersonalInvitations(schoolId),
  })
}

export function settingsQuery(schoolId: string) {
  return queryOptions({
    ...ANEW,
    queryKey: ['settings', schoolId],
    queryFn: () => fetchSettings(schoolId),
    // A form that is being filled in is not filled in anew.
    refetchOnWindowFocus: false,
  })
}

export function auditQuery(schoolId: string) {
  return infiniteQueryOptions({
    ...ANEW,
    queryKey: ['audit', schoolId],
    queryFn: ({ pageParam }) => fetchAudit(schoolId, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    refetchOnWindowFocus: false,
  })
}

export function deletedPlansQuery(schoolId: string) {
  return queryOptions({
    ...ANEW,
    queryKey: ['deleted-plans', schoolId],
    queryFn: () => fetchDeletedPlans(schoolId),
  })
}

export function postsQuery(planId: string) {
  return queryOptions({ ...ANEW, queryKey: ['posts', planId], queryFn: () => fetchPosts(planId) })
}

export function rightsQuery(planId: string) {
  return queryOptions({ ...ANEW, queryKey: ['rights', planId], queryFn: () => fetchRights(planId) })
}

export const mySessionsQuery = queryOptions({
  ...ANEW,
  queryKey: ['my-sessions'],
  queryFn: fetchMySessions,
})
