/**
 * Letters that nobody waits for: an answer must not take longer because there is
 * somebody to write to. What fails is logged; `close` waits for those under way.
 */
import type { FastifyBaseLogger } from 'fastify'
import type { Mailer } from './mailer.ts'

export type Post = ReturnType<typeof createPost>

export interface PostDeps {
  /** null: no mail is sent from here. */
  readonly mailer: Mailer | null
  readonly logger: Pick<FastifyBaseLogger, 'error'>
}

export function createPost({ mailer, logger }: PostDeps) {
  const underWay = new Set<Promise<void>>()

  return {
    /** Can letters be sent from here? */
    isOpen: mailer !== null,

    /** Does the work after the answer: looks things up, and sends what there is to send. */
    later(work: (mailer: Mailer) => Promise<void>): void {
      if (!mailer) return
      const done = work(mailer)
        .catch((error: unknown) => logger.error({ err: error }, 'a letter could not be sent'))
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },

    /** Sends now. false: there is no mail here, or it was not taken, which is logged. */
    async send(letter: Parameters<Mailer['send']>[0]): Promise<boolean> {
      if (!mailer) return false
      try {
        await mailer.send(letter)
        return true
      } catch (error) {
        logger.error({ err: error }, 'a letter could not be sent')
        return false
      }
    },

    async close(): Promise<void> {
      await Promise.all(underWay)
      await mailer?.close()
    },
  }
}
