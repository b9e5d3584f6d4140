/** What Postgres must be set to for the log: asked and not assumed, on the connection that writes. */
import type { Client } from 'pg'

/** As Postgres itself says. */
export interface PostgresSettings {
  readonly synchronousCommit: string
  readonly fsync: string
  readonly encoding: string
}

export async function readSettings(client: Client): Promise<PostgresSettings> {
  const { rows } = await client.query<PostgresSettings>(
    `select current_setting('synchronous_commit') as "synchronousCommit",
       current_setting('fsync') as "fsync", current_setting('server_encoding') as "encoding"`,
  )
  const [row] = rows
  if (!row) throw new Error('Postgres does not say how it is set')
  return row
}

/** @throws Error when what is committed could be lost in a power cut, or a letter could not be kept. */
export function refuseOtherSettings({
  synchronousCommit,
  fsync,
  encoding,
}: PostgresSettings): void {
  if (synchronousCommit !== 'on' || fsync !== 'on') {
    throw new Error(
      `the log is not durable: synchronous_commit ${synchronousCommit}, fsync ${fsync}; wanted on and on`,
    )
  }
  if (encoding !== 'UTF8') throw new Error(`the database is in ${encoding}; wanted UTF8`)
}
