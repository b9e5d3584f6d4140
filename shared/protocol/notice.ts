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

/** What of a plan somebody took back. */
export type PartTakenBack =
  | { readonly kind: 'plan' }
  | { readonly kind: 'section'; readonly sectionId: string }
  | { readonly kind: 'action'; readonly actionId: string }

/** Somebody went back: the plan, or a part of it, says what it said at an earlier moment. */
export interface WentBack {
  /** Their membership. */
  readonly by: string
  readonly what: PartTakenBack
  /** The moment: when, in milliseconds since the epoch, and the name it has; null: none. */
  readonly atMs: number
  readonly name: string | null
  /** The update before it: what everybody had written is there. */
  readonly before: number
}

export type Notice =
  | ({ readonly kind: 'content-hash' } & ContentHash)
  /** What is said about the plan: fetch the threads again. */
  | { readonly kind: 'threads' }
  /** For those who write. */
  | ({ readonly kind: 'went-back' } & WentBack)
  /** Rights, or something beside the text: fetch it again. */
  | { readonly kind: 'changed' }

const SHA_256 = /^[0-9a-f]{64}$/

/** Is this how a content hash is written? */
export function isContentHash(value: unknown): value is string {
  return typeof value === 'string' && SHA_256.test(value)
}

/** @param json of the frame. */
export function readNotice(json: string): Notice {
  const said = parsed(json)
  const { kind, seq, contentHash } = said
  if (kind === 'content-hash' && Number.isSafeInteger(seq) && isContentHash(contentHash)) {
    return { kind, seq: Number(seq), contentHash }
  }
  if (kind === 'threads') return { kind }
  const wentBack = kind === 'went-back' ? readWentBack(said) : null
  return wentBack ? { kind: 'went-back', ...wentBack } : { kind: 'changed' }
}

function readWentBack({ by, what, atMs, name, before }: Said): WentBack | null {
  const part = readPart(what)
  const isNamed = name === null || typeof name === 'string'
  if (typeof by !== 'string' || !part || !isNamed) return null
  if (!Number.isSafeInteger(atMs) || !Number.isSafeInteger(before)) return null
  return { by, what: part, atMs: Number(atMs), name, before: Number(before) }
}

function readPart(what: unknown): PartTakenBack | null {
  if (typeof what !== 'object' || what === null) return null
  const { kind, sectionId, actionId }: Said = { ...what }
  if (kind === 'plan') return { kind }
  if (kind === 'section' && typeof sectionId === 'string') return { kind, sectionId }
  return kind === 'action' && typeof actionId === 'string' ? { kind, actionId } : null
}

type Said = Readonly<Record<string, unknown>>

function parsed(json: string): Said {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
