/**
 * One program at a time over one Postgres database: two would each keep rooms of the
 * same plan and show each other's changes to nobody.
 *
 * A lock of the session, held by the very connection that writes the log: who has lost
 * it can write no more, and who gets it knows that nothing of an earlier writer is
 * still on its way. Postgres lets go of it whatever way the connection ends. A pooler
 * that gives each transaction another session would break it; so connect directly.
 */
import type { Client } from 'pg'

/** 'plan', as a number: how the lock is called. */
export const LOG_LOCK = 0x706c616e
/** Of a program that was just killed the last commit may still be under way. */
const WAIT_MS = 3000
/** SQLSTATE lock_not_available: waited in vain. */
const NOT_AVAILABLE = '55P03'

/** false when another program holds it, also after three seconds. */
export async function takeLogLock(client: Client): Promise<boolean> {
  try {
    // The wait is set for this statement alone.
    await client.query(
      `with waiting as (select set_config('lock_timeout', '${WAIT_MS}', true))
       select pg_advisory_lock(${LOG_LOCK}) from waiting`,
    )
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_AVAILABLE) return false
    throw error
  }
}

/** Ends an earlier connection of the same name, which the network may have forgotten and Postgres not. */
export async function endNamesakes(client: Client): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = current_setting('application_name') and pid <> pg_backend_pid()`,
  )
}
