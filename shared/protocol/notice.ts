/**
 * What stands in a *notice* frame. Total for whatever a newer server may say: what
 * is not known means that something beside the text changed.
 */

/** What the document says after every update up to and with `seq`: see shared/plan/document-hash. */
export interface ContentHash {
  readonly seq: number
  /** SHA-256, hex. */
  readonly contentHash: string
}

export type Notice =
  | ({ readonly kind: 'content-hash' } & ContentHash)
  /** What is said about the plan: fetch the threads again. */
  | { readonly kind: 'threads' }
  /** Rights, or something beside the text: fetch it again. */
  | { readonly kind: 'changed' }

const SHA_256 = /^[0-9a-f]{64}$/

/** Is this how a content hash is written? */
export function isContentHash(value: unknown): value is string {
  return typeof value === 'string' && SHA_256.test(value)
}

/** @param json of the frame. */
export function readNotice(json: string): Notice {
  const { kind, seq, contentHash } = parsed(json)
  if (kind === 'content-hash' && Number.isSafeInteger(seq) && isContentHash(contentHash)) {
    return { kind, seq: Number(seq), contentHash }
  }
  if (kind === 'threads') return { kind }
  return { kind: 'changed' }
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
