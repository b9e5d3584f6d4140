/**
 * A plan as a room holds it: the latest checkpoint and the updates after it, as
 * bytes. Only what is in the log is ever in here (rule W4).
 *
 * What is large, a checkpoint above all, is held once, inside the frame that it is
 * sent in: nobody who comes waits for it to be copied or merged.
 */
import { MAX_UPDATE_BYTES, MAX_UPDATES_PER_FRAME } from '../../shared/protocol/limits.ts'
import { SYNC_UPDATE, syncFrame } from '../../shared/protocol/frames.ts'
import { mergeUpdates } from 'yjs'
import { joinBlocks } from './join-blocks.ts'
import type { StoredPlan, StoredUpdate } from './update-log.ts'

/** Above this an update is a frame of its own: to merge it costs more than one frame saves. */
const LARGE_BYTES = 16 * 1024

interface Held extends StoredUpdate {
  /** Holds `bytes`; null: it is small, and merged with its neighbours. */
  readonly frame: Uint8Array | null
  /** May it be sent to clients? */
  isReadable: boolean
}

export class RoomContent {
  #checkpoint: Held | null
  #updates: Held[]
  #updateBytes: number
  #seq: number
  #frames: readonly Uint8Array[] | null = null

  constructor({ head, checkpoint, updates }: StoredPlan) {
    this.#checkpoint = checkpoint && hold(checkpoint)
    this.#updates = updates.map(hold)
    this.#updateBytes = sizeOf(updates)
    this.#seq = head
  }

  /** Sequence number of the latest update; 0 for none. */
  get seq(): number {
    return this.#seq
  }

  get checkpointSeq(): number {
    return this.#checkpoint?.seq ?? 0
  }

  /** How many updates, and how many bytes, came after the checkpoint. */
  get sinceCheckpoint(): { readonly updates: number; readonly bytes: number } {
    return { updates: this.#updates.length, bytes: this.#updateBytes }
  }

  get byteLength(): number {
    return (this.#checkpoint?.bytes.byteLength ?? 0) + this.#updateBytes
  }

  /** Everything, oldest first. */
  get updates(): readonly Uint8Array[] {
    return this.#all.map(({ bytes }) => bytes)
  }

  get #all(): readonly Held[] {
    return this.#checkpoint ? [this.#checkpoint, ...this.#updates] : this.#updates
  }

  /** Everything as `update` frames, for someone who has nothing. */
  get frames(): readonly Uint8Array[] {
    this.#frames ??= toFrames(this.#all.filter(({ isReadable }) => isReadable))
    return this.#frames
  }

  /** Nobody can read these, by their places in `updates`: no client must be sent them. */
  leaveOut(places: readonly number[]): void {
    const all = this.#all
    for (const place of places) {
      const held = all[place]
      if (held) held.isReadable = false
    }
    this.#frames = null
  }

  /** @throws Error when `first` is not the next number: someone else wrote. */
  append(first: number, updates: readonly Uint8Array[]): void {
    if (first !== this.#seq + 1) throw new Error(`seq ${first} after ${this.#seq}`)
    for (const bytes of updates) {
      this.#updates.push(hold({ seq: ++this.#seq, bytes }))
      this.#updateBytes += bytes.byteLength
    }
    this.#frames = null
  }

  /** Puts a checkpoint in the place of the updates that are in it. */
  useCheckpoint(checkpoint: StoredUpdate): void {
    this.#checkpoint = hold(checkpoint)
    this.#updates = this.#updates.filter(({ seq }) => seq > checkpoint.seq)
    this.#updateBytes = sizeOf(this.#updates)
    this.#frames = null
  }
}

function hold({ seq, bytes }: StoredUpdate): Held {
  if (bytes.byteLength <= LARGE_BYTES) return { seq, bytes, frame: null, isReadable: true }
  const frame = syncFrame(SYNC_UPDATE, bytes)
  // The payload is the last thing in the frame.
  return { seq, bytes: frame.subarray(-bytes.byteLength), frame, isReadable: true }
}

/** Large ones as they are, the small ones between them merged. */
function toFrames(all: readonly Held[]): Uint8Array[] {
  const frames: Uint8Array[] = []
  let small: Held[] = []
  const endSmall = () => {
    for (const { bytes } of mergeForFrames(small)) frames.push(syncFrame(SYNC_UPDATE, bytes))
    small = []
  }
  for (const held of all) {
    if (held.frame === null) {
      small.push(held)
      continue
    }
    endSmall()
    frames.push(held.frame)
  }
  endSmall()
  return frames
}

function sizeOf(updates: readonly StoredUpdate[]): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}

/** An update on its way to clients. */
export interface Part {
  readonly bytes: Uint8Array
  /** See join-blocks.ts; not known to be when absent. */
  readonly isNextBlock?: boolean
}

/**
 * Neighbours merged into few updates, each for one frame: at most
 * MAX_UPDATES_PER_FRAME of them, since merging is more than linear.
 */
export function mergeForFrames<P extends Part>(
  parts: readonly P[],
): { readonly bytes: Uint8Array; readonly parts: readonly P[] }[] {
  const groups: P[][] = []
  let size = 0
  for (const part of parts) {
    const { byteLength } = part.bytes
    const group = groups.at(-1)
    if (group && group.length < MAX_UPDATES_PER_FRAME && size + byteLength <= MAX_UPDATE_BYTES) {
      group.push(part)
      size += byteLength
    } else {
      groups.push([part])
      size = byteLength
    }
  }
  return groups.map((group) => ({ bytes: merge(group), parts: group }))
}

function merge(parts: readonly Part[]): Uint8Array {
  const updates = parts.map(({ bytes }) => bytes)
  const [only] = updates
  if (only && updates.length === 1) return only
  const joined = parts.every(({ isNextBlock }) => isNextBlock) ? joinBlocks(updates) : null
  return joined ?? mergeUpdates(updates)
}
