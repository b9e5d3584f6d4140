/**
 * Batches on their way to the log's thread, as one string and one run of bytes: a
 * thousand small objects and buffers cost both threads several times as much to
 * pass, and the thread that everybody's words go through passes little else.
 */
import type { UserId } from '../../shared/ids.ts'
import type { OwnerChange, PlanBatch } from '../sync/update-log.ts'

export interface PackedBatches {
  /** JSON: all but the bytes of the updates, and how long each is. */
  readonly head: string
  /** Those of all updates, one after the other. Nobody else holds the buffer. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

type PackedUpdate = readonly [
  timeMs: number,
  userId: UserId | null,
  clientIds: readonly number[],
  byteLength: number,
]

type PackedBatch = readonly [
  planId: string,
  updates: readonly PackedUpdate[],
  owners: readonly OwnerChange[],
]

export function packBatches(batches: readonly PlanBatch[]): PackedBatches {
  const bytes = new Uint8Array(sizeOf(batches))
  let at = 0
  const head = batches.map(({ planId, updates, owners = [] }): PackedBatch => {
    const packed = updates.map((update): PackedUpdate => {
      const { timeMs, userId, clientIds } = update
      bytes.set(update.bytes, at)
      at += update.bytes.byteLength
      return [timeMs, userId, clientIds, update.bytes.byteLength]
    })
    return [planId, packed, owners]
  })
  return { head: JSON.stringify(head), bytes }
}

/** What was packed; its updates share memory with `bytes`. */
export function unpackBatches({ head, bytes }: PackedBatches): readonly PlanBatch[] {
  let at = 0
  const take = (byteLength: number) => bytes.subarray(at, (at += byteLength))
  return (JSON.parse(head) as readonly PackedBatch[]).map(([planId, updates, owners]) => ({
    planId,
    updates: updates.map(([timeMs, userId, clientIds, byteLength]) => ({
      timeMs,
      userId,
      clientIds,
      bytes: take(byteLength),
    })),
    owners,
  }))
}

function sizeOf(batches: readonly PlanBatch[]): number {
  let size = 0
  for (const { updates } of batches) for (const { bytes } of updates) size += bytes.byteLength
  return size
}
