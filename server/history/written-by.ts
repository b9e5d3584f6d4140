/** Who changed each place of a plan last, and whose each letter is: by the server's own record. */
import type { ChangedPlaces, TextAuthors } from '../../shared/api/history.ts'
import type { Speaker } from '../../shared/api/threads.ts'
import type { UserId } from '../../shared/ids.ts'
import type { DocThread } from '../sync/doc-thread.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import type { HistoryStore } from './history-store.ts'
import type { LogReader } from './read-log.ts'
import type { PlanOfSchool } from './versions.ts'

export interface WrittenByDeps {
  readonly store: Pick<HistoryStore, 'listChanges' | 'listSpeakers'>
  readonly log: Pick<UpdateLog, 'load'>
  readonly docs: Pick<DocThread, 'authors'>
  readonly reader: Pick<LogReader, 'catchUp'>
}

export async function listChanges(
  { store, reader }: WrittenByDeps,
  { planId, schoolId }: PlanOfSchool,
): Promise<ChangedPlaces> {
  const { seq } = await reader.catchUp(planId)
  const changes = await store.listChanges(planId)
  const speakers = await speakersOf(store, schoolId, changes)
  const places = changes.map(({ place, userId, timeMs }) => {
    const by = (userId === null ? null : speakers.get(userId)) ?? null
    return [place, { by, atMs: timeMs }] as const
  })
  return { places: Object.fromEntries(places), seq }
}

function speakersOf(
  store: Pick<HistoryStore, 'listSpeakers'>,
  schoolId: PlanOfSchool['schoolId'],
  written: readonly { readonly userId: UserId | null }[],
): Promise<ReadonlyMap<UserId, Speaker>> {
  const userIds = new Set(written.flatMap(({ userId }) => userId ?? []))
  return store.listSpeakers(schoolId, [...userIds])
}

export async function readAuthors(
  { store, log, docs }: WrittenByDeps,
  { planId, schoolId }: PlanOfSchool,
): Promise<TextAuthors> {
  const { head, checkpoint, updates, owners } = await log.load(planId)
  const bytes = [checkpoint ?? [], updates].flat().map((update) => update.bytes)
  const authors = await docs.authors({ planId, updates: bytes }, owners)
  const runs = [...authors.values()].flat().map(([, userId]) => ({ userId }))
  const speakers = await speakersOf(store, schoolId, runs)
  const places = new Map([...speakers.keys()].map((userId, place) => [userId, place]))
  const placeOf = (userId: UserId | null) => (userId === null ? -1 : (places.get(userId) ?? -1))
  return {
    people: [...speakers.values()],
    texts: Object.fromEntries(
      [...authors].map(([text, own]) => [
        text,
        own.map(([length, userId]): [number, number] => [length, placeOf(userId)]),
      ]),
    ),
    seq: head,
  }
}
