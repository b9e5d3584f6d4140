/**
 * The one connection that writes the log in Postgres, opened anew when it broke.
 *
 * Holds the lock that makes this program the only one (postgres-log-lock.ts). Writes
 * come one after the other. Knows no table.
 *
 * A commit whose answer did not come may have happened all the same: the caller is told
 * that it failed. The next connection has the lock only once Postgres is done with the
 * last one, and nobody reads before that, so whoever reads the log again knows.
 */
import { setTimeout } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { Failure } from '../../shared/failure.ts'
import { isRefusal } from './postgres-connection.ts'
import { endNamesakes, takeLogLock } from './postgres-log-lock.ts'
import { type PostgresSettings, readSettings, refuseOtherSettings } from './postgres-settings.ts'
import { isUsableAfter } from './postgres-transaction.ts'

/** SQLSTATE deadlock_detected. */
const DEADLOCK = '40P01'
/** For goodbyes: a network that has gone gives no answer. */
const GOODBYE_MS = 2000

export interface LogWriter {
  /** In its turn, on the connection that holds the lock. */
  write<Result>(work: (client: Client) => Promise<Result>): Promise<Result>
  /**
   * Waits until there is a connection with the lock, not for what it is doing: from then on nothing
   * comes into the log that is not written here. For those who read.
   */
  connected(): Promise<void>
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
      // Of two that waited for each other's plans it was we who gave way, and nothing was done.
      return await work(client).catch((error: unknown) => {
        if (isRefusal(error) && error.code === DEADLOCK) return work(client)
        throw error
      })
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
    async connected() {
      if (current === null) await write(() => Promise.resolve())
    },
    settings: () => write(readSettings),
    async close() {
      await last
      await Promise.race([current?.end(), setTimeout(GOODBYE_MS)])
    },
  }
}
