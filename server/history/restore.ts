/**
 * Going back: a change forward, by whoever asks, that makes the plan or a part of it say what
 * it said. The moment before it is pinned as a version, so that one can go back from it too, and
 * those who write in the plan just then are told who went back, to when, and where their own is.
 */
import type { Restoring } from '../../shared/api/history.ts'
import { Failure } from '../../shared/failure.ts'
import type { MemberId, PlanId, UserId } from '../../shared/ids.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import { putVersion, type VersionsDeps } from './versions.ts'

export interface RestoreDeps extends Omit<VersionsDeps, 'log'> {
  readonly log: Pick<UpdateLog, 'readHistory' | 'readMoment'>
  readonly rooms: Pick<SyncServer, 'appendAsServer' | 'notifyPlan'>
  readonly nowMs: () => number
  readonly logger: { warn(what: object, message: string): void }
}

/** Who goes back. */
export interface RestoredBy {
  readonly userId: UserId
  readonly memberId: MemberId
  /** Asked just before it is written: reading a long history takes a while. @throws Failure why not. */
  readonly assertMay: () => Promise<unknown>
}

/**
 * @returns the seq of the change; the head where all of it says so already.
 * @throws Failure 'not-found' beyond the head, and for a section or an action that there was not
 *   then; 'epoch-changed' when the plan has just been written anew; 'plan-busy'. Nothing is written
 *   then, and nothing pinned.
 */
export async function restore(
  deps: RestoreDeps,
  planId: PlanId,
  { seq, what }: Restoring,
  { userId, memberId, assertMay }: RestoredBy,
): Promise<{ readonly seq: number }> {
  const { store, log, reader, rooms, nowMs } = deps
  const { epoch, seq: head } = await reader.catchUp(planId)
  const moment = await log.readMoment(planId, seq)
  if (!moment) throw new Failure('not-found', `${planId} has no update ${seq}`)
  const [update] = await log.readHistory(planId, { after: seq - 1, limit: 1 })
  const atMs = update?.timeMs ?? 0
  const pin = (at: number) =>
    putVersion(deps, planId, { epoch, seq: at, kind: 'restore', name: null })

  // Listed before anything is done, and taken off the list again where it is not the very moment.
  const versions = await store.listVersions(planId)
  const isListed = versions.some((version) => version.seq === head)
  const name = versions.find((version) => version.seq === seq)?.name ?? null
  // What was found in the log meanwhile is not this pin's to take away.
  const isPinned = !isListed && (await pin(head))
  const unpin = () => (isPinned ? store.removePin(planId, head) : Promise.resolve())

  const change = { kind: 'restore', part: what, moment, epoch, atMs: nowMs() } as const
  const written = await assertMay()
    .then(() => rooms.appendAsServer(planId, change, { userId }))
    .catch(async (error: unknown) => {
      await unpin()
      throw error
    })
  const before = written.seq - 1
  if (written.isWritten) {
    const notice = { kind: 'went-back', by: memberId, what, atMs, name, before } as const
    rooms.notifyPlan(planId, notice, 'writers')
  }
  // It is written: what is listed of it changes no more of the answer.
  const listing = async () => {
    if (written.isWritten) await pin(before)
    // Others may have written meanwhile: their words are in the plan that was there before.
    if (!written.isWritten || before !== head) await unpin()
  }
  await listing().catch((error: unknown) => {
    deps.logger.warn({ err: error, planId }, 'the moment before going back could not be listed')
  })
  return { seq: written.seq }
}
