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
import type { StoredPlan, StoredUpdate } from './update-log.ts'

/** Above this an update is a frame of its own: to merge it costs more than one frame saves. */
const LARGE_BYTES = 16 * 1024

interface Held extends StoredUpdate {
  /** Holds `bytes`; null: it is small, and merged with its neighbours. */
  readonly frame: Uint8Array | null
  /** May it be sent to clients? */
  readonly isReadable: boolean
}

export class RoomContent {
  #checkpoint: Held | null
  #updates: Held[]
  #updateBytes: number
  #seq: number
  #frames: readonly Uint8Array[] | null = null

  /** @param unreadable those of the stored bytes that no client must be sent. */
  constructor(
    { head, checkpoint, updates }: StoredPlan,
    unreadable: ReadonlySet<Uint8Array | undefined> = new Set(),
  ) {
    const held = (stored: StoredUpdate) => hold(stored, !unreadable.has(stored.bytes))
    this.#checkpoint = checkpoint && held(checkpoint)
    this.#updates = updates.map(held)
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

function hold({ seq, bytes }: StoredUpdate, isReadable = true): Held {
  if (bytes.byteLength <= LARGE_BYTES) return { seq, bytes, frame: null, isReadable }
  const frame = syncFrame(SYNC_UPDATE, bytes)
  // The payload is the last thing in the frame.
  return { seq, bytes: frame.subarray(-bytes.byteLength), frame, isReadable }
}

/** Large ones as they are, the small ones between them merged. */
function toFrames(all: readonly Held[]): Uint8Array[] {
  const frames: Uint8Array[] = []
  let small: Uint8Array[] = []
  const endSmall = () => {
    const merged = mergeForFrames(small, (bytes) => bytes)
    for (const { bytes } of merged) frames.push(syncFrame(SYNC_UPDATE, bytes))
    small = []
  }
  for (const { bytes, frame } of all) {
    if (frame === null) {
      small.push(bytes)
      continue
    }
    endSmall()
    frames.push(frame)
  }
  endSmall()
  return frames
}

function sizeOf(updates: readonly StoredUpdate[]): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}

/**
 * Neighbours merged into few updates, each for one frame: at most
 * MAX_UPDATES_PER_FRAME of them, since merging is more than linear.
 */
export function mergeForFrames<Part>(
  parts: readonly Part[],
  bytesOf: (part: Part) => Uint8Array,
): { readonly bytes: Uint8Array; readonly parts: readonly Part[] }[] {
  const groups: Part[][] = []
  let size = 0
  for (const part of parts) {
    const { byteLength } = bytesOf(part)
    const group = groups.at(-1)
    if (group && group.length < MAX_UPDATES_PER_FRAME && size + byteLength <= MAX_UPDATE_BYTES) {
      group.push(part)
      size += byteLength
    } else {
      groups.push([part])
      size = byteLength
    }
  }
  return groups.map((group) => ({ bytes: merge(group.map(bytesOf)), parts: group }))
}

function merge(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates
  return only && updates.length === 1 ? only : mergeUpdates([...updates])
}
