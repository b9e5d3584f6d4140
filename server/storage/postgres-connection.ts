/**
 * How we speak to Postgres: what every connection is set to, in which shape values
 * come, and which of its errors mean "not now" and which "wrong".
 *
 * A commit is told only once it is on disk (`synchronous_commit`), whatever the role
 * or the database is set to. The password is in the address and nowhere else: no
 * message of ours or of `pg` has it.
 */
import { Client, type ClientConfig, DatabaseError, types } from 'pg'
import { Failure } from '../../shared/failure.ts'

/** Long enough for one that is busy, short enough to say that it is gone. */
const CONNECT_TIMEOUT_MS = 5000
/** The largest thing we write is 16 MiB; who waits longer speaks to a network that has gone. */
const QUERY_TIMEOUT_MS = 30_000

/** @param name how the connection is called in pg_stat_activity. */
export function connectionTo(url: string, name: string): ClientConfig {
  const address = new URL(url)
  const settings = [address.searchParams.get('options'), '-c synchronous_commit=on']
  address.searchParams.set('options', settings.filter(Boolean).join(' '))
  address.searchParams.set('application_name', name)
  return {
    connectionString: address.href,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
  }
}

/** For work that takes as long as it takes, by one who has the database for themselves. */
export function withoutLimit<Config extends ClientConfig>({
  query_timeout: _limit,
  ...config
}: Config): Omit<Config, 'query_timeout'> {
  return config
}

/**
 * On a connection for this alone.
 *
 * @throws Error of Postgres or of the network, with its code, when it cannot be reached.
 */
export async function withConnection<Result>(
  config: ClientConfig,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(config)
  // Said by whatever is asked next.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** As the schema has them: numbers are numbers, bytes are a Uint8Array of their own. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [types.builtins.INT8]: wholeNumber,
  [types.builtins.BYTEA]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
}

function getTypeParser(type: number, format?: 'text' | 'binary') {
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- their list of types is not whole
  return PARSERS[type] ?? types.getTypeParser(type, format)
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is no number of ours`)
  return number
}

/**
 * Has Postgres itself said no, on a connection that goes on? Classes 08 and 57P tell of its end.
 * By the code: the word for how bad it is comes in the server's language.
 */
export function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && !/^(?:08|57P)/.test(error.code ?? '')
}

/**
 * Classes of SQLSTATE, or whole codes, that say "not now": resources, an operator, the system;
 * read-only; two that wait for each other; a lock that was waited for too long.
 */
const UNAVAILABLE = ['53', '57', '58', '25006', '40', '55P03']
/** A text that Postgres cannot hold: U+0000. */
const NO_TEXT = '22021'

/**
 * @param sql what was asked, without the values.
 * @returns 'storage-unavailable' when it cannot be done now, 'bad-request' when no database of this
 * kind could ever take the value, 'server-error' when what was asked is wrong.
 */
export function failureOf(error: unknown, sql: string): Failure {
  if (error instanceof Failure) return error
  const message = error instanceof Error ? error.message : String(error)
  const detail = `${message || codeOf(error)} (Postgres ${codeOf(error)}) in: ${sql}`
  if (!isRefusal(error)) return new Failure('storage-unavailable', detail, { cause: error })
  const { code = '' } = error
  if (code === NO_TEXT) return new Failure('bad-request', detail)
  const isUnavailable = UNAVAILABLE.some((begin) => code.startsWith(begin))
  return new Failure(isUnavailable ? 'storage-unavailable' : 'server-error', detail, {
    cause: error,
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'without a code'
}
