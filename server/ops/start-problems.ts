/** Why the program did not start, in one sentence for whoever started it. */

/** The start cannot go on; the message is for people. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** An error of listening as a sentence; null when it is not one we know. */
export function listenProblem(error: unknown, host: string, port: number): string | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another number.`
    case 'EACCES':
      return `Port ${port} may not be used by this user. Set PORT to a number above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is not an address of this machine.`
    default:
      return null
  }
}

/** An error of making or writing a folder as a sentence. */
export function folderProblem(error: unknown, folder: string): string {
  return `DATA_DIR is ${folder}, which cannot be written (${codeOf(error) ?? String(error)}). Samplan keeps the plans there.`
}

/**
 * An error of opening a Postgres database as a sentence.
 *
 * @param url where; its password is not repeated.
 */
export function postgresProblem(error: unknown, url: string): string {
  const { host, username, pathname, searchParams } = new URL(url)
  const where = host || searchParams.get('host') || 'this machine'
  const user = decodeURIComponent(username) || 'this user'
  const database = decodeURIComponent(pathname.slice(1))
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') {
    return `Postgres at ${where} does not let ${user} in. Are name and password in DATABASE_URL right?`
  }
  if (code === '3D000') {
    return `Postgres at ${where} has no database ${database}. Create it, or set DATABASE_URL to another one.`
  }
  const why = causesOf(error)
  if (why.includes('42501')) {
    return `Postgres at ${where} does not let ${user} make tables in ${database}. Make ${user} its owner.`
  }
  if (isSilence(error)) {
    return `Postgres does not answer at ${where} (${code ?? why}). Is it running, and is DATABASE_URL right?`
  }
  return `The database at ${where} could not be opened: ${why}`
}

const SILENCES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]

/** The last two are `pg` itself, which had enough of waiting. */
function isSilence(error: unknown): boolean {
  if (SILENCES.includes(codeOf(error) ?? '')) return true
  return error instanceof Error && /^(?:timeout expired|Connection terminated)/.test(error.message)
}

/** The message with those of its causes: the first says what, the last says why. */
export function causesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${causesOf(error.cause)}`
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
