/** Awareness states as frames, in the encoding of y-protocols 1.0. */
import * as encoding from 'lib0/encoding'
import { awarenessFrame } from '../../shared/protocol/frames.ts'
import { MAX_AWARENESS_BYTES } from '../../shared/protocol/limits.ts'

export interface AwarenessEntry {
  readonly clientId: number
  readonly clock: number
  /** JSON; null: it has left. */
  readonly state: string | null
}

/** No frame above MAX_AWARENESS_BYTES: a stock client sends back what it hears. */
export function presenceFrames(entries: readonly AwarenessEntry[]): Uint8Array[] {
  const groups: Uint8Array[][] = []
  let size = 0
  for (const entry of entries.map(encodeEntry)) {
    const group = groups.at(-1)
    if (group && size + entry.byteLength <= MAX_AWARENESS_BYTES) {
      group.push(entry)
      size += entry.byteLength
    } else {
      groups.push([entry])
      size = COUNT_BYTES + entry.byteLength
    }
  }
  return groups.map(encodeGroup)
}

/** Bytes of the number of entries, at most. */
const COUNT_BYTES = 2

function encodeEntry({ clientId, clock, state }: AwarenessEntry): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state ?? 'null')
  })
}

function encodeGroup(entries: readonly Uint8Array[]): Uint8Array {
  return awarenessFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length)
      for (const entry of entries) encoding.writeUint8Array(encoder, entry)
    }),
  )
}
