/** Port: reading the audit trails. They are written with what they tell, by server/storage alone. */
import type { SchoolId } from '../../shared/ids.ts'
import type { ChainPlace, StoredEntry } from './audit-chain.ts'

export interface AuditStore {
  /** Up to `limit` entries before this number, newest first; null: from the end. */
  listBefore(schoolId: SchoolId, seq: number | null, limit: number): Promise<readonly StoredEntry[]>
  /** Up to `limit` entries after this number, oldest first. */
  listAfter(schoolId: SchoolId, seq: number, limit: number): Promise<readonly StoredEntry[]>
  /** Where the trail of a school should end; null: nothing was ever written. */
  findHead(schoolId: SchoolId): Promise<ChainPlace | null>
  /** How many deeds a trail tells: another number, and something was done, here or elsewhere. */
  countDeeds(schoolIds: readonly SchoolId[]): Promise<ReadonlyMap<SchoolId, number>>
  /**
   * What members are called, and what those were who have been removed; of whom nothing is kept
   * any more is left out.
   */
  namesOf(schoolId: SchoolId, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
