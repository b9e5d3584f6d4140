/**
 * The one connection that writes the log in Postgres, opened anew when it broke.
 *
 * Holds the lock that makes this program the only one (postgres-log-lock.ts). Writes
 * come one after the other. Knows no table.
 *
 * A commit whose answer did not come may have happened: the caller is told that it
 * failed, and the next connection has the lock only once Postgres is done with it.
 * So the log is whole and stands still when it is read again.
 */
import { setTimeout } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { Failure } from '../../shared/failure.ts'
import { endNamesakes, takeLogLock } from './postgres-log-lock.ts'
import { type PostgresSettings, readSettings, refuseOtherSettings } from './postgres-settings.ts'
import { isUsableAfter } from './postgres-transaction.ts'

/** For goodbyes: a network that has gone gives no answer. */
const GOODBYE_MS = 2000

export interface LogWriter {
  /** In its turn, on the connection that holds the lock. */
  write<Result>(work: (client: Client) => Promise<Result>): Promise<Result>
  settings(): Promise<PostgresSettings>
  close(): Promise<void>
}

/** @param config with a name that no other connection has. */
export function createLogWriter(config: ClientConfig): LogWriter {
  let current: Client | null = null
  let last: Promise<unknown> = Promise.resolve()

  const drop = (client: Client) => {
    if (current === client) current = null
    // It may be broken already; then there is nothing to say goodbye to.
    void client.end().catch(() => undefined)
  }

  const connect = async (): Promise<Client> => {
    const client = new Client(config)
    client.on('error', () => drop(client))
    client.on('end', () => drop(client))
    try {
      await client.connect()
      await endNamesakes(client)
      if (!(await takeLogLock(client))) {
        throw new Failure('storage-unavailable', 'another program has this database')
      }
      refuseOtherSettings(await readSettings(client))
      return client
    } catch (error) {
      drop(client)
      throw error
    }
  }

  const run = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
    const client = (current ??= await connect())
    try {
      return await work(client)
    } catch (error) {
      if (!isUsableAfter(error)) drop(client)
      throw error
    }
  }

  const write: LogWriter['write'] = (work) => {
    const done = last.then(() => run(work))
    last = done.catch(() => undefined)
    return done
  }

  return {
    write,
    settings: () => write(readSettings),
    async close() {
      await last
      await Promise.race([current?.end(), setTimeout(GOODBYE_MS)])
    },
  }
}
