/** A session as its row, and back. */
import type { Insertable, Selectable } from 'kysely'
import type { Session } from '../people/people-store.ts'
import type { Tables } from './schema.ts'

export const SESSION_COLUMNS = [
  'token_hash',
  'user_id',
  'created_at_ms',
  'used_at_ms',
  'expires_at_ms',
  'browser',
  'system',
  'public_since_ms',
] as const

export function sessionRow(session: Session): Insertable<Tables['session']> {
  return {
    token_hash: session.tokenHash,
    user_id: session.userId,
    created_at_ms: session.createdAtMs,
    used_at_ms: session.usedAtMs,
    expires_at_ms: session.expiresAtMs,
    browser: session.device.browser,
    system: session.device.system,
    public_since_ms: session.isPublicComputer ? session.createdAtMs : null,
  }
}

export function sessionOf(row: Selectable<Tables['session']>): Session {
  return {
    tokenHash: row.token_hash,
    userId: row.user_id,
    createdAtMs: row.created_at_ms,
    usedAtMs: row.used_at_ms ?? row.created_at_ms,
    expiresAtMs: row.expires_at_ms,
    device: { browser: row.browser ?? 'other', system: row.system ?? 'other' },
    isPublicComputer: row.public_since_ms !== null,
  }
}
