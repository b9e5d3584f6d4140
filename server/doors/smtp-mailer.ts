/** Mailer over SMTP, by nodemailer. One connection is kept for letters that follow each other. */
import { createTransport } from 'nodemailer'
import { LetterRefused, type Mailer } from '../sign-in/mailer.ts'

export interface SmtpSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string
  /** Who the letters are from: 'Samplan <samplan@skole.no>'. */
  readonly from: string
}

/** Somebody may wait for the answer: an inviter. */
const PATIENCE_MS = 15_000

export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A letter is what we wrote: nothing in it is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send({ to, subject, text, html }) {
      const sending = transport.sendMail({
        from,
        // As an object: whatever stands in it is one address.
        to: { name: '', address: to },
        subject,
        text,
        html,
        // So that no holiday reply comes back.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      await sending.catch((error: unknown) => {
        throw isRefusal(error) ? new LetterRefused('refused', { cause: error }) : error
      })
    },
    async reach() {
      await transport.verify()
    },
    async close() {
      transport.close()
    },
  }
}

/** The server answered, with a no: 4xx for later, 5xx for never. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 400
}

/** Does the server let us in? Sends nothing. @throws Error with a code, why not. */
export async function tryMail({ url }: SmtpSettings): Promise<void> {
  const transport = createTransport({ url, connectionTimeout: 5000, greetingTimeout: 5000 })
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}
