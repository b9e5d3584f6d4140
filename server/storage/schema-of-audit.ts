/** The tables of the audit trails, as Kysely sees them; their habits are schema.ts's. */
import type { AuditDeed } from '../../shared/api/audit.ts'
import type { SchoolId } from '../../shared/ids.ts'

/** The latest entry of a school; whoever adds one holds this row until the end of the transaction. */
export interface AuditHeadTable {
  school_id: SchoolId
  seq: number
  hash: string
}

/** Never changed, never removed: see server/audit/audit-chain.ts. */
export interface AuditEntryTable {
  school_id: SchoolId
  /** 1 for the first, then gap-free. */
  seq: number
  at_ms: number
  /** A member's id, which may be gone; null: the server. */
  actor_id: string | null
  deed: AuditDeed
  object_id: string
  /** JSON; no names in it, only salted hashes of them. */
  facts: string
  previous_hash: string
  hash: string
}

/** The personal text of an entry, outside the chain so that it can be erased. */
export interface AuditTextTable {
  school_id: SchoolId
  seq: number
  salt: string
  content: string
}
