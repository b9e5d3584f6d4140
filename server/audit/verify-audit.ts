/** Is the audit trail of a school whole? Asked by whoever runs the server. */
import type { SchoolId } from '../../shared/ids.ts'
import { CHAIN_START, type ChainFault, checkEntries } from './audit-chain.ts'
import type { AuditStore } from './audit-store.ts'

const ENTRIES_AT_ONCE = 1000

export interface AuditVerdict {
  /** Those that hang together, from the first on. */
  readonly entries: number
  /**
   * Of the last of them. Noted elsewhere it tells later that nothing up to it was
   * rewritten: whoever can write the whole database can write a whole new trail.
   */
  readonly hash: string
  /** null: whole. */
  readonly fault: ChainFault | null
}

export async function verifyAudit(
  store: Pick<AuditStore, 'listAfter' | 'findHead'>,
  schoolId: SchoolId,
): Promise<AuditVerdict> {
  const head = (await store.findHead(schoolId)) ?? CHAIN_START
  let place = CHAIN_START
  for (;;) {
    const entries = await store.listAfter(schoolId, place.seq, ENTRIES_AT_ONCE)
    if (entries.length === 0) break
    const next = checkEntries(entries, place)
    if ('kind' in next) return { entries: next.seq - 1, hash: place.hash, fault: next }
    place = next
  }
  const isAtEnd = place.seq > head.seq || (place.seq === head.seq && place.hash === head.hash)
  const fault = isAtEnd ? null : ({ seq: place.seq + 1, kind: 'end-missing' } as const)
  return { entries: place.seq, hash: place.hash, fault }
}
