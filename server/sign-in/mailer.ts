/** Port: sending letters by e-mail. server/doors implements it over SMTP. */

export interface Letter {
  /** An address, normalised. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The mail server said no: the letter surely went nowhere. After any other error it may have. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
}

export interface Mailer {
  /** Resolves once the mail server has taken it. @throws LetterRefused, Error */
  send(letter: Letter): Promise<void>
  /** Sends nothing. @throws Error when the mail server is not there or does not let us in. */
  reach(): Promise<void>
  close(): Promise<void>
}
