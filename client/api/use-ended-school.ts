/** Of which school a refusal says that one has no access any more: for who it is about, and nobody else. */
import { useQuery } from '@tanstack/react-query'
import type { EndedSchool } from '../../shared/api/me.ts'
import { meQuery } from './queries.ts'

/**
 * @param schoolId told by the refusal; null: it tells of none.
 * @returns null: of none; undefined: it is being asked.
 */
export function useEndedSchool(schoolId: string | null): EndedSchool | null | undefined {
  // What was known of me may be older than what happened.
  const me = useQuery({ ...meQuery, staleTime: 0, enabled: schoolId !== null })
  if (me.isFetching) return undefined
  return me.data?.ended?.find((one) => one.schoolId === schoolId) ?? null
}
