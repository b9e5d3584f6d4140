/** The versions of a plan: listed, named; and one that is pinned where somebody goes back. */
import type { Version, VersionKind, VersionList } from '../../shared/api/history.ts'
import type { Speaker } from '../../shared/api/threads.ts'
import { Failure } from '../../shared/failure.ts'
import type { PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import { type HistoryStore, MAX_NAMED_VERSIONS, type StoredVersion } from './history-store.ts'
import { type LogReader, writersBetween } from './read-log.ts'

export interface VersionsDeps {
  readonly store: HistoryStore
  readonly log: Pick<UpdateLog, 'readHistory'>
  readonly reader: Pick<LogReader, 'catchUp'>
}

export interface PlanOfSchool {
  readonly planId: PlanId
  readonly schoolId: SchoolId
}

export async function listVersions(
  { store, reader }: VersionsDeps,
  { planId, schoolId }: PlanOfSchool,
): Promise<VersionList> {
  const { seq: head } = await reader.catchUp(planId)
  const stored = await store.listVersions(planId)
  const speakers = await store.listSpeakers(schoolId, [
    ...new Set(stored.flatMap(({ userIds }) => userIds)),
  ])
  return { versions: stored.map((version) => shownVersion(version, speakers)), head }
}

/**
 * @param seq null: as it is now.
 * @throws Failure 'not-found' beyond the head, 'too-many-requests' when there are enough,
 *   'plan-busy'.
 */
export async function addVersion(
  deps: VersionsDeps,
  plan: PlanOfSchool,
  { seq, name }: { readonly seq: number | null; readonly name: string },
): Promise<Version> {
  const { planId } = plan
  const { epoch, seq: head } = await deps.reader.catchUp(planId)
  const at = seq ?? head
  if (at < 1 || at > head) throw new Failure('not-found', `${planId} has no update ${at}`)
  await putVersion(deps, planId, { epoch, seq: at, kind: 'named', name })
  const put = (await deps.store.listVersions(planId)).find((version) => version.seq === at)
  return shown(deps, plan, at, put)
}

/**
 * @param name null: takes its name off.
 * @throws Failure 'not-found' when there is no version, 'too-many-requests' when there are enough.
 */
export async function nameVersion(
  { store }: Pick<VersionsDeps, 'store'>,
  plan: PlanOfSchool,
  seq: number,
  name: string | null,
): Promise<Version> {
  const version = await store.nameVersion(plan.planId, seq, name)
  if (version === 'full') throw enough(plan.planId)
  return shown({ store }, plan, seq, version)
}

async function shown(
  { store }: Pick<VersionsDeps, 'store'>,
  { planId, schoolId }: PlanOfSchool,
  seq: number,
  version: StoredVersion | null | undefined,
): Promise<Version> {
  if (!version) throw new Failure('not-found', `${planId} has no version at ${seq}`)
  return shownVersion(version, await store.listSpeakers(schoolId, version.userIds))
}

/**
 * One that is there already becomes of this kind, but a name stays a name.
 *
 * @returns was there none before?
 * @throws Failure 'plan-busy' when the plan has just been written anew, 'too-many-requests' when
 *   there are names enough.
 */
export async function putVersion(
  { store, log }: Pick<VersionsDeps, 'store' | 'log'>,
  planId: PlanId,
  {
    epoch,
    seq,
    ...what
  }: {
    readonly epoch: number
    readonly seq: number
    readonly kind: VersionKind
    readonly name: string | null
  },
): Promise<boolean> {
  const [update] = await log.readHistory(planId, { after: seq - 1, limit: 1 })
  const before = (await store.listVersions(planId)).find((each) => each.seq < seq)
  const userIds = await writersBetween(log, planId, before?.seq ?? 0, seq)
  const version = { ...what, seq, timeMs: update?.timeMs ?? 0, userIds }
  const outcome = await store.putVersion(planId, epoch, version)
  if (outcome === 'moved') throw new Failure('plan-busy', `${planId} was written anew`)
  if (outcome === 'full') throw enough(planId)
  return outcome === 'made'
}

function enough(planId: PlanId): Failure {
  return new Failure('too-many-requests', `${planId} has ${MAX_NAMED_VERSIONS} named versions`)
}

function shownVersion(
  { seq, kind, name, timeMs, userIds }: StoredVersion,
  speakers: ReadonlyMap<UserId, Speaker>,
): Version {
  const by = userIds.flatMap((userId) => speakers.get(userId) ?? [])
  return { seq, kind, name, atMs: timeMs, by }
}
