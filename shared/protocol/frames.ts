/**
 * The frames of the sync socket: y-websocket 3.x (types 0-3) and our own (100
 * and up), one message per frame. Grammar and rules: server/sync/SPEC.md.
 *
 * Our own types are sent only to a client that announced itself by the query
 * parameter CLIENT_PARAMETER, so a stock client never sees them.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type FailureCode, isFailureCode } from '../failure.ts'
import { type ContentHash, isContentHash, type Notice } from './notice.ts'

export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
const MESSAGE_QUERY_AWARENESS = 3
/**
 * saved(n): every content frame (step2, update) up to this connection's n-th is durable, or was
 * refused.
 */
export const MESSAGE_SAVED = 100
/**
 * rejected(n, code): the n-th content frame was not taken; the client goes to the recovery path.
 */
export const MESSAGE_REJECTED = 101
/** notice(json): what the text should say by now, or something beside it changed; see notice.ts. */
export const MESSAGE_NOTICE = 102
/** diverged(seq, hash): our client reads another text than a notice said. */
export const MESSAGE_DIVERGED = 103

export const SYNC_STEP1 = 0
export const SYNC_STEP2 = 1
export const SYNC_UPDATE = 2

/** Query parameter by which our own client names the text schema it knows. */
export const CLIENT_PARAMETER = 'samplan'
/** Query parameter by which our own client names the epoch it last saw of the plan. */
export const EPOCH_PARAMETER = 'epoch'
/** Query parameter by which our own client names the person whose text it holds. */
export const USER_PARAMETER = 'user'
/** Query parameter that carries a single-use ticket in place of a cookie. */
export const TICKET_PARAMETER = 'ticket'

export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'content'; readonly step2: boolean; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  /** What the client reads in place of what it was told for `seq`. */
  | ({ readonly kind: 'diverged' } & ContentHash)
  | { readonly kind: 'unknown'; readonly type: number }

/**
 * Reads one frame from a client. Total: null for bytes that are not a frame, or
 * that hold more than one message. The result shares memory with `bytes`.
 */
export function readClientFrame(bytes: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readMessage(decoder)
    return decoding.hasContent(decoder) && frame.kind !== 'unknown' ? null : frame
  } catch {
    return null
  }
}

function readMessage(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE_SYNC:
      return readSyncMessage(decoder)
    case MESSAGE_AWARENESS:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE_QUERY_AWARENESS:
      return { kind: 'query-awareness' }
    case MESSAGE_DIVERGED:
      return readDiverged(decoder)
    default:
      return { kind: 'unknown', type }
  }
}

function readDiverged(decoder: decoding.Decoder): ClientFrame {
  const seq = decoding.readVarUint(decoder)
  const contentHash = decoding.readVarString(decoder)
  if (!isContentHash(contentHash)) throw new Error('not a hash')
  return { kind: 'diverged', seq, contentHash }
}

function readSyncMessage(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case SYNC_STEP1:
      return { kind: 'step1', stateVector: decoding.readVarUint8Array(decoder) }
    case SYNC_STEP2:
    case SYNC_UPDATE:
      return {
        kind: 'content',
        step2: type === SYNC_STEP2,
        update: decoding.readVarUint8Array(decoder),
      }
    default:
      throw new Error(`sync message type ${type}`)
  }
}

/** A sync frame: step1 with a state vector, step2 or update with an update. */
export function syncFrame(
  type: typeof SYNC_STEP1 | typeof SYNC_STEP2 | typeof SYNC_UPDATE,
  payload: Uint8Array,
): Uint8Array {
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, payload.byteLength)
  })
  // An encoder would grow, and copy a plan of megabytes twice.
  const frame = new Uint8Array(head.byteLength + payload.byteLength)
  frame.set(head)
  frame.set(payload, head.byteLength)
  return frame
}

/** An awareness frame around an update of y-protocols/awareness. */
export function awarenessFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(encoder, update)
  })
}

export function savedFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SAVED)
    encoding.writeVarUint(encoder, count)
  })
}

export function rejectedFrame(count: number, code: FailureCode): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_REJECTED)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarString(encoder, code)
  })
}

export function noticeFrame(notice: Notice): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_NOTICE)
    encoding.writeVarString(encoder, JSON.stringify(notice))
  })
}

/** From our client: what it reads in place of what it was told. */
export function divergedFrame({ seq, contentHash }: ContentHash): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_DIVERGED)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarString(encoder, contentHash)
  })
}

/** The rest of a *saved* frame, after its type. */
export function readSaved(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder)
}

/** The rest of a *rejected* frame, after its type. An unknown code reads as 'update-refused'. */
export function readRejected(decoder: decoding.Decoder): {
  readonly count: number
  readonly code: FailureCode
} {
  const count = decoding.readVarUint(decoder)
  const code = decoding.readVarString(decoder)
  return { count, code: isFailureCode(code) ? code : 'update-refused' }
}
