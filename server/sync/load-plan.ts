/**
 * A plan from the log into what a room begins with: its epoch, its bytes, which ids are in them,
 * and whose those are.
 *
 * The bytes as they came are let go: what is large the room holds in a frame of its own, and
 * the doc thread may have it for good.
 */
import type { DocThread } from './doc-thread.ts'
import type { KnownIdsOutline } from './known-ids.ts'
import { RoomContent } from './room-content.ts'
import type { StoredOwners, UpdateLog } from './update-log.ts'

export interface LoadedPlan {
  readonly epoch: number
  readonly content: RoomContent
  readonly outline: KnownIdsOutline
  readonly owners: StoredOwners
}

/** @throws Failure 'plan-not-found', 'storage-unavailable', 'server-error'. */
export async function loadPlan(
  { log, docs }: { readonly log: UpdateLog; readonly docs: DocThread },
  planId: string,
): Promise<LoadedPlan> {
  const stored = await log.load(planId)
  const updates = [stored.checkpoint ?? [], stored.updates].flat().map(({ bytes }) => bytes)
  const content = new RoomContent(stored)
  const held = new Set(content.updates)
  const spare = updates.filter((bytes) => !held.has(bytes))
  const { outline, unreadable } = await docs.outline({ planId, updates }, spare)
  content.leaveOut(unreadable)
  return { epoch: stored.epoch, content, outline, owners: stored.owners }
}
