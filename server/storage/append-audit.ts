/**
 * Writing the audit trail, inside the transaction of what it tells.
 *
 * Whoever adds to a school's trail holds its head until the transaction ends, on
 * every engine; so the chain cannot fork, and what is decided after `holdSchool`
 * (is this the last coordinator?) is decided one after the other.
 */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AuditDeed, AuditFacts } from '../../shared/api/audit.ts'
import type { SchoolId } from '../../shared/ids.ts'
import { type ChainPlace, entryHash, FIRST_HASH, textHash } from '../audit/audit-chain.ts'
import type { Tables } from './schema.ts'

export interface Audited {
  readonly schoolId: SchoolId
  readonly atMs: number
  /** A member's id; null: the server. */
  readonly actorId: string | null
  readonly deed: AuditDeed
  readonly objectId: string
  readonly facts?: AuditFacts
  /** Personal: kept beside the chain, which holds a salted hash of it. */
  readonly text?: string
}

const SALT_BYTES = 16

/** Waits for other writers of this school's trail, and keeps them waiting until the end. */
export async function holdSchool(trx: Kysely<Tables>, schoolId: SchoolId): Promise<ChainPlace> {
  return trx
    .insertInto('audit_head')
    .values({ school_id: schoolId, seq: 0, hash: FIRST_HASH })
    .onConflict((conflict) =>
      // Sets what is there: an update that holds the row.
      conflict.column('school_id').doUpdateSet((set) => ({ seq: set.ref('audit_head.seq') })),
    )
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
}

/** @param trx a transaction: the one that does what this tells. */
export async function appendAudit(
  trx: Kysely<Tables>,
  { schoolId, atMs, actorId, deed, objectId, facts = {}, text }: Audited,
): Promise<void> {
  const head = await holdSchool(trx, schoolId)
  const seq = head.seq + 1
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const told = text === undefined ? facts : { ...facts, textHash: textHash(salt, text) }
  const entry = { schoolId, seq, atMs, actorId, deed, objectId, facts: JSON.stringify(told) }
  const hash = entryHash(entry, head.hash)
  await trx
    .insertInto('audit_entry')
    .values({
      school_id: schoolId,
      seq,
      at_ms: atMs,
      actor_id: actorId,
      deed,
      object_id: objectId,
      facts: entry.facts,
      previous_hash: head.hash,
      hash,
    })
    .execute()
  if (text !== undefined) {
    await trx
      .insertInto('audit_text')
      .values({ school_id: schoolId, seq, salt, content: text })
      .execute()
  }
  await trx.updateTable('audit_head').set({ seq, hash }).where('school_id', '=', schoolId).execute()
}
