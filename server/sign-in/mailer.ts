/** Port: sending letters by e-mail. server/doors implements it over SMTP. */

export interface Letter {
  /** An address, normalised. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Mailer {
  /** Resolves once the mail server has taken it. @throws Error when it did not. */
  send(letter: Letter): Promise<void>
  close(): Promise<void>
}
