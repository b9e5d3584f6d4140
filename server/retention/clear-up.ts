/**
 * Once an hour: what a school has decided not to keep longer is thrown away.
 *
 * A school that has not decided keeps everything but what nobody can use any more
 * (sessions and links that are over, plans deleted 30 days ago), which others see to, and
 * notifications that were seen long ago.
 * docs/operations.md says what is kept for how long.
 */
import { type EraseDeps, eraseMember } from '../erasure/erase.ts'
import type { RetentionStore } from './retention-store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** For how long a notification is kept that was seen: what it tells of stands in its thread. */
const SEEN_DAYS = 90

export interface ClearUpDeps {
  readonly store: RetentionStore
  readonly inbox: { removeSeen(seenBeforeMs: number): Promise<void> }
  readonly erasing: EraseDeps
}

export async function clearUp(deps: ClearUpDeps, nowMs: number): Promise<void> {
  const { store, inbox, erasing } = deps
  for (const { schoolId, days } of await store.listDeciding()) {
    const untilMs = nowMs - days * DAY_MS
    await store.removeInvitations(schoolId, untilMs)
    await store.removePupilDoors(schoolId, untilMs)
    await store.removeAuditTexts(schoolId, untilMs)
    await store.forgetLeft(schoolId, untilMs)
    for (const memberId of await store.listOver(schoolId, untilMs)) {
      await eraseMember(erasing, memberId, { memberId: null, atMs: nowMs })
    }
  }
  await inbox.removeSeen(nowMs - SEEN_DAYS * DAY_MS)
  await store.removeSchoolless(nowMs - DAY_MS)
}
