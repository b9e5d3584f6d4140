/**
 * Everything in one Postgres database that this program has for itself.
 *
 * The log is opened first, and with it the lock: nobody changes the tables under a
 * program that runs.
 */
import { connectionTo, withConnection } from './postgres-connection.ts'
import { openPostgresDatabase, type Patience } from './postgres-database.ts'
import { takeLogLock } from './postgres-log-lock.ts'
import { openPostgresUpdateLog, type PostgresUpdateLog } from './postgres-update-log.ts'
import { scrubPostgres } from './scrub.ts'
import type { Storage } from './storage.ts'

/**
 * @returns 'in-use' when another program has the database.
 * @throws Error of Postgres or of the network, with its code, when it cannot be reached; else
 * when the tables cannot be brought up to date.
 */
export async function openPostgresStorage(
  url: string,
  patience: Patience = 'usual',
): Promise<Storage | 'in-use'> {
  const isFree = await withConnection(connectionTo(url, 'samplan start'), takeLogLock)
  if (!isFree) return 'in-use'
  let tellDeath: (error: Error) => void = nobodyYet
  const log = await openPostgresUpdateLog(url, (error) => tellDeath(error))
  const database = await openPostgresDatabase(url, patience).catch(async (error: unknown) => {
    await log.close()
    throw error
  })
  let isTaken = false
  return {
    database: {
      ...database,
      isWritable: async () => (await mayWrite(log)) && database.isWritable(),
    },
    openUpdateLog(onDeath) {
      tellDeath = onDeath
      isTaken = true
      return Promise.resolve(log)
    },
    scrub: () => scrubPostgres(database.db),
    async close() {
      if (!isTaken) await log.close()
      await database.close()
    },
  }
}

/** Until there is an app to tell it to: whoever asked the thread finds it out by the answer. */
function nobodyYet(): void {
  return undefined
}

/** Does the log have its connection, and with it the lock? */
function mayWrite(log: PostgresUpdateLog): Promise<boolean> {
  return log.settings().then(
    () => true,
    () => false,
  )
}
