/** An entry of an audit trail as people see it: ids with the names that members have, or had last. */
import type { AuditFacts, AuditItem } from '../../shared/api/audit.ts'
import type { StoredEntry } from './audit-chain.ts'

/** The deeds whose object is a member. */
const ON_MEMBERS: readonly StoredEntry['deed'][] = [
  'member-came-by-provider',
  'sign-in-link-made',
  'role-changed',
  'member-suspended',
  'member-restored',
  'member-removed',
  'member-erased',
  'member-renamed',
  'return-code-renewed',
  'sessions-revoked',
]

/** All members that an entry names. */
export function memberIdsIn(entry: StoredEntry): readonly string[] {
  return [entry.actorId, memberIn(entry)].filter((id) => id !== null)
}

export function showEntry(entry: StoredEntry, names: ReadonlyMap<string, string>): AuditItem {
  const named = (memberId: string | null) =>
    memberId === null ? null : { memberId, name: names.get(memberId) ?? null }
  const { seq, atMs, deed, objectId, hash } = entry
  return {
    seq,
    atMs,
    actor: named(entry.actorId),
    deed,
    objectId,
    member: named(memberIn(entry)),
    facts: factsOf(entry),
    text: entry.text?.content ?? null,
    hash,
  }
}

function memberIn(entry: StoredEntry): string | null {
  if (ON_MEMBERS.includes(entry.deed)) return entry.objectId
  const { memberId } = factsOf(entry)
  return typeof memberId === 'string' ? memberId : null
}

/** JSON that storage/append-audit.ts wrote. */
function factsOf({ facts }: StoredEntry): AuditFacts {
  return JSON.parse(facts) as AuditFacts
}
