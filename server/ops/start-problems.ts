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

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
