/** Several statements as one, on a connection to Postgres. */
import type { QueryResult, QueryResultRow } from 'pg'
import { Failure } from '../../shared/failure.ts'
import { isRefusal } from './postgres-connection.ts'

/** A connection, or a pool of them. */
export interface Queries {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>
}

/** `snapshot`: all that is read is as of one moment. */
const BEGIN = {
  write: 'begin',
  snapshot: 'begin isolation level repeatable read read only',
} as const

/** All of it or nothing. */
export async function inTransaction<Result>(
  connection: Queries,
  kind: keyof typeof BEGIN,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.query(BEGIN[kind])
  try {
    const result = await work()
    await connection.query('commit')
    return result
  } catch (error) {
    // A connection that broke has nothing to take back, and answers no more.
    if (isUsableAfter(error)) await connection.query('rollback')
    throw error
  }
}

/** Was it we or Postgres who said no, on a connection that goes on? */
export function isUsableAfter(error: unknown): boolean {
  return error instanceof Failure || isRefusal(error)
}
