/** Mailer over SMTP, by nodemailer. One connection is kept for letters that follow each other. */
import { createTransport } from 'nodemailer'
import type { Mailer } from '../sign-in/mailer.ts'

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
      await transport.sendMail({
        from,
        // As an object: whatever stands in it is one address.
        to: { name: '', address: to },
        subject,
        text,
        html,
        // So that no holiday reply comes back.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    async close() {
      transport.close()
    },
  }
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
