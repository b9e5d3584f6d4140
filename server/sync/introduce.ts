/**
 * Answers a step1: the plan as `update` frames and only then a step2, because a
 * client counts as synced at its first step2 (rule W1). Then asks for what the
 * client has, and says who is here.
 *
 * What only lacks a part of the plan is worked out in the doc thread.
 */
import * as Y from 'yjs'
import { SYNC_STEP1, SYNC_STEP2, SYNC_UPDATE, syncFrame } from '../../shared/protocol/frames.ts'
import { MAX_UPDATE_BYTES } from '../../shared/protocol/limits.ts'
import type { Connection } from './connection.ts'
import type { DocThread } from './doc-thread.ts'
import type { Room } from './room.ts'

/** An update without anything in it. */
const EMPTY_UPDATE = Uint8Array.of(0, 0)
const EMPTY_STATE_VECTOR_LENGTH = 1

/** Never throws: a connection that cannot be answered is closed. */
export async function introduce(
  docs: DocThread,
  room: Room,
  connection: Connection,
  stateVector: Uint8Array,
): Promise<void> {
  if (!isStateVector(stateVector)) return connection.refuse('bad-frame', 'the state vector')
  try {
    const plan = await lackingFrames(docs, room, stateVector)
    const closing = [syncFrame(SYNC_STEP2, EMPTY_UPDATE)]
    if (!connection.hasPlan) {
      closing.push(syncFrame(SYNC_STEP1, room.stateVector()), ...room.presence.frames())
    }
    connection.answer(plan, closing)
  } catch (error) {
    connection.refuse('server-error', error instanceof Error ? error.message : String(error))
  }
}

async function lackingFrames(
  docs: DocThread,
  { planId, content }: Room,
  stateVector: Uint8Array,
): Promise<readonly Uint8Array[]> {
  if (stateVector.byteLength === EMPTY_STATE_VECTOR_LENGTH) return content.frames
  if (content.seq === 0) return []
  const difference = await docs.difference({ planId, updates: content.updates }, stateVector)
  return [syncFrame(SYNC_UPDATE, difference)]
}

function isStateVector(bytes: Uint8Array): boolean {
  if (bytes.byteLength > MAX_UPDATE_BYTES) return false
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}
