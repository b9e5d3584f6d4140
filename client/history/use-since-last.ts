/** Tells the server that I am here, and learns what others changed since I was here last. */
import { useQuery } from '@tanstack/react-query'
import type { ChangedPlaces, Visit } from '../../shared/api/history.ts'
import { changedPlacesQuery, visitQuery } from '../api/history-queries.ts'

export interface SinceLast {
  /** Where my last visit ended. */
  readonly seq: number
  readonly atMs: number
  /** Of those who changed something since, not me. */
  readonly names: readonly string[]
}

/** null: nothing by others, this is my first visit, or it is not known. */
export function useSinceLast(planId: string, myMemberId: string): SinceLast | null {
  const visit = useQuery(visitQuery(planId)).data
  const isBehind = visit?.last != null && visit.last.seq < visit.head
  const changes = useQuery({ ...changedPlacesQuery(planId), enabled: isBehind }).data
  return visit && changes ? changedByOthers(visit, changes, myMemberId) : null
}

export function changedByOthers(
  { last }: Visit,
  { places }: ChangedPlaces,
  myMemberId: string,
): SinceLast | null {
  if (last === null) return null
  const theirs = Object.values(places)
    .filter(({ by, atMs }) => by !== null && by.memberId !== myMemberId && atMs > last.atMs)
    .sort((a, b) => b.atMs - a.atMs)
  if (theirs.length === 0) return null
  const names = new Set(theirs.flatMap(({ by }) => (by ? [by.name] : [])))
  return { ...last, names: [...names] }
}
