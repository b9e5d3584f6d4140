/**
 * How the entries of an audit trail hang together: each holds the hash of the one
 * before it, so that none can be changed, left out or put in unnoticed.
 *
 * Knows no database. There are no names in what is hashed: people are their member
 * ids, and what a person is called is there as a salted hash only, so that erasing
 * the text and its salt leaves the chain whole.
 */
import { createHash } from 'node:crypto'
import type { AuditDeed } from '../../shared/api/audit.ts'

/** Stands before the first entry of a school. */
export const FIRST_HASH = '0'.repeat(64)

/** One more of these, and the hash of old entries would be another: raise it with the form. */
const FORM = 1

export interface ChainedEntry {
  readonly schoolId: string
  /** 1 for the first, then gap-free. */
  readonly seq: number
  readonly atMs: number
  /** A member's id; null: the server. */
  readonly actorId: string | null
  readonly deed: AuditDeed
  readonly objectId: string
  /** As it is stored: JSON. */
  readonly facts: string
}

/** SHA-256, hex, of an entry with the hash of the one before it. */
export function entryHash(entry: ChainedEntry, previousHash: string): string {
  const { schoolId, seq, atMs, actorId, deed, objectId, facts } = entry
  // An array in a fixed order: one way to write it, whatever the engine gives back.
  return sha256(
    JSON.stringify([FORM, previousHash, schoolId, seq, atMs, actorId, deed, objectId, facts]),
  )
}

/** What stands in the chain for a personal text. */
export function textHash(salt: string, content: string): string {
  return sha256(JSON.stringify([salt, content]))
}

/** What is wrong with a trail, and at which entry. */
export interface ChainFault {
  readonly seq: number
  readonly kind: 'missing' | 'changed' | 'not-joined' | 'text-changed' | 'end-missing'
}

export interface StoredEntry extends ChainedEntry {
  readonly previousHash: string
  readonly hash: string
  /** Kept beside the chain until it is erased; null: there is none. */
  readonly text: { readonly salt: string; readonly content: string } | null
}

/** Where a check of a trail stands: it goes on with the entries that follow. */
export interface ChainPlace {
  readonly seq: number
  readonly hash: string
}

export const CHAIN_START: ChainPlace = { seq: 0, hash: FIRST_HASH }

/** Checks these entries, which follow on `from`: the place they lead to, or the first fault. */
export function checkEntries(
  entries: readonly StoredEntry[],
  from: ChainPlace,
): ChainPlace | ChainFault {
  let place = from
  for (const entry of entries) {
    const kind = faultOf(entry, place)
    if (kind !== null) return { seq: place.seq + 1, kind }
    place = { seq: entry.seq, hash: entry.hash }
  }
  return place
}

function faultOf(entry: StoredEntry, { seq, hash }: ChainPlace): ChainFault['kind'] | null {
  if (entry.seq !== seq + 1) return 'missing'
  if (entry.previousHash !== hash) return 'not-joined'
  if (entryHash(entry, hash) !== entry.hash) return 'changed'
  if (!entry.text) return null
  const { textHash: told } = JSON.parse(entry.facts) as { textHash?: unknown }
  return textHash(entry.text.salt, entry.text.content) === told ? null : 'text-changed'
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
