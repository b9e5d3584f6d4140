/**
 * The two wires of the measured servers: that of y-websocket, and that of
 * Hocuspocus, which is the same behind the document's name. Frames are built and
 * read by hand, so that a client costs next to nothing.
 */
import * as encoding from 'lib0/encoding'
import { MESSAGE_SAVED } from '../../shared/protocol/frames.ts'

/** How a server is spoken to, and how it says that it has taken an update. */
export type WireKind =
  /** y-websocket's, and *saved(n)* of our own. */
  | 'samplan'
  /** y-websocket's; one's own update comes back. */
  | 'y-websocket'
  /** Behind the document's name; a status per update. */
  | 'hocuspocus'
  /** Whatever one sends comes back, and there is nothing to load. */
  | 'bare'

export type Heard =
  | {
      readonly kind: 'content'
      readonly type: number
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'awareness'; readonly count: number }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'other' }

export const STEP1 = 0
export const STEP2 = 1
export const UPDATE = 2
const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const SYNC_STATUS = 8

const OTHER: Heard = { kind: 'other' }
const TAKEN: Heard = { kind: 'taken' }

export class Wire {
  readonly kind: WireKind
  readonly #prefix: Uint8Array

  constructor(kind: WireKind, documentName: string) {
    this.kind = kind
    const hasName = kind === 'hocuspocus'
    this.#prefix = hasName
      ? encoding.encode((encoder) => encoding.writeVarString(encoder, documentName))
      : new Uint8Array()
  }

  /** What is said before anything else; null when nothing is. */
  greeting(): Uint8Array | null {
    if (this.kind !== 'hocuspocus') return null
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, AUTH)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'a token')
    })
  }

  sync(type: number, payload: Uint8Array): Uint8Array {
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, SYNC)
      encoding.writeVarUint(encoder, type)
      encoding.writeVarUint8Array(encoder, payload)
    })
  }

  awareness(update: Uint8Array): Uint8Array {
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, AWARENESS)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  #frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, this.#prefix)
      write(encoder)
    })
  }

  /** A frame from the server. */
  read(bytes: Uint8Array): Heard {
    const cursor = { at: this.#prefix.length }
    const type = readVarUint(bytes, cursor)
    if (type === SYNC || type === SYNC_REPLY) {
      const step = readVarUint(bytes, cursor)
      const length = readVarUint(bytes, cursor)
      return { kind: 'content', type: step, start: cursor.at, end: cursor.at + length }
    }
    if (type === AWARENESS) {
      readVarUint(bytes, cursor)
      return { kind: 'awareness', count: readVarUint(bytes, cursor) }
    }
    if (type === MESSAGE_SAVED) return { kind: 'saved', count: readVarUint(bytes, cursor) }
    return type === SYNC_STATUS ? TAKEN : OTHER
  }
}

export interface Cursor {
  at: number
}

/** lib0's varuint, without an object per number. */
export function readVarUint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0
  let factor = 1
  for (;;) {
    const byte = bytes[cursor.at++] ?? 0
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
    factor *= 128
  }
}
