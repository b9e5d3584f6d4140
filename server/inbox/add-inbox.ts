/** What waits for people: its routes, and the letters that tell of it now and then. */
import type { FastifyInstance } from 'fastify'
import { everySoOften } from '../ops/every-so-often.ts'
import type { Mailer } from '../sign-in/mailer.ts'
import { createDigests } from './digest.ts'
import { inboxRoute } from './inbox-route.ts'
import type { InboxStore } from './inbox-store.ts'

export interface AddInboxDeps {
  readonly inbox: InboxStore
  /** null: no mail is sent from here. */
  readonly mailer: Mailer | null
  readonly publicOrigin: string
  readonly nowMs: () => number
}

/** Fine enough for quiet hours that end on the hour. */
const LETTERS_EVERY_MS = 15 * 60 * 1000

export interface AddedInbox {
  /** Waits for letters under way. */
  close(): Promise<void>
}

export async function addInbox(app: FastifyInstance, deps: AddInboxDeps): Promise<AddedInbox> {
  await app.register(inboxRoute(deps))
  const { mailer } = deps
  if (mailer === null) return { close: () => Promise.resolve() }
  const logger = app.log
  const letters = everySoOften(
    LETTERS_EVERY_MS,
    [{ name: 'letters', work: createDigests({ ...deps, mailer, logger }) }],
    (_step, error) => logger.error({ err: error }, 'letters about what waits could not be sent'),
  )
  return { close: () => letters.stop() }
}
