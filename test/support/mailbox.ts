/** A real mail server on this machine, and the letters that came. */
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser, type Source } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  /** For SMTP_URL. */
  readonly url: string
  /** All that came so far. */
  readonly letters: readonly ParsedMail[]
  /** The next letter that was not asked for yet; waits for it. */
  next(): Promise<ParsedMail>
  /** From now on every letter is refused. */
  refuse(): void
  /** From now on every letter is taken, and the line cut before that is said. */
  hangUp(): void
  /** As in the beginning. */
  take(): void
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: ParsedMail[] = []
  const waiting: (() => void)[] = []
  let asked = 0
  let manner: 'take' | 'refuse' | 'hang-up' = 'take'

  const takeLetter = async (stream: Source, answer: (problem?: Error) => void) => {
    const letter = await simpleParser(stream)
    if (manner === 'refuse') return answer(new Error('no room'))
    letters.push(letter)
    if (manner === 'hang-up') server.connections.forEach((connection) => connection.close())
    else answer()
    waiting.splice(0).forEach((go) => go())
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      void takeLetter(stream, done)
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    async next() {
      const index = asked++
      while (!letters[index]) await new Promise<void>((go) => waiting.push(go))
      return letters[index]
    },
    refuse() {
      manner = 'refuse'
    },
    hangUp() {
      manner = 'hang-up'
    },
    take() {
      manner = 'take'
    },
    close: () => new Promise((done) => server.close(done)),
  }
}

/** The token in the fragment of the letter's link. */
export function tokenIn({ text = '' }: ParsedMail): string {
  const token = /https?:\/\/\S+#([A-Za-z0-9_-]{43})/.exec(text)?.[1]
  if (token === undefined) throw new Error(`no link in: ${text}`)
  return token
}
