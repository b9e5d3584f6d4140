/**
 * Letters about what waits: now and then one for each member who wants one and for whom it is
 * time. One per membership, since hours and holidays are the school's.
 *
 * Each notification is claimed for its letter before that is sent, and given back only when the
 * mail server said no. So it is in one letter at most: what is lost by a crash or a broken
 * connection still stands in the inbox. Decision record 0034.
 */
import { type DigestChoice, USUAL_DIGEST } from '../../shared/api/inbox.ts'
import type { NotificationId } from '../../shared/ids.ts'
import { createCounter } from '../sign-in/counter.ts'
import { type Letter, LetterRefused, type Mailer } from '../sign-in/mailer.ts'
import { digestLetter } from './digest-letter.ts'
import { showNotifications } from './inbox.ts'
import type { InboxStore, StoredNotification, ToldPlan, Waiting } from './inbox-store.ts'
import { askedOf, readablePlans } from './readable-plans.ts'
import { isDigestDue } from './when-to-send.ts'

export interface DigestDeps {
  readonly inbox: InboxStore
  readonly mailer: Mailer
  readonly logger: { error(facts: object, message: string): void }
  readonly publicOrigin: string
  readonly nowMs: () => number
}

const DAY_MS = 24 * 60 * 60 * 1000
/** What waits longer is no news: it is left to the inbox. */
const NEWS_MS = 30 * DAY_MS
/** In one letter; what is older waits for the next. */
const MAX_IN_A_LETTER = 500
/** Letters to one member that may fail within a day. */
const MAX_TRIES = 3

/** @returns sends what is due now; once it is asked again, what came due since. */
export function createDigests(deps: DigestDeps): () => Promise<void> {
  const { inbox, mailer, logger, nowMs } = deps
  const tries = createCounter({ limit: MAX_TRIES, windowMs: DAY_MS, nowMs })

  return async () => {
    const waiting = await inbox.listWaiting(nowMs() - NEWS_MS, nowMs())
    const due = waiting.filter((one) => isDue(one, nowMs()) && !tries.isFull(one.memberId))
    if (due.length === 0) return
    try {
      // Before anything is claimed: without a mail server nothing is lost.
      await mailer.reach()
      for (const one of due) {
        tries.take(one.memberId)
        if (await send(deps, one)) tries.giveBack(one.memberId)
      }
    } catch (error) {
      // The mail server is not there: the others would wait for it in vain.
      logger.error({ err: error }, 'letters about what waits could not be sent')
    }
  }
}

function choiceOf({ choice }: Waiting): DigestChoice {
  return choice ?? USUAL_DIGEST
}

function isDue(waiting: Waiting, nowMs: number): boolean {
  return isDigestDue({ ...waiting, choice: choiceOf(waiting), nowMs })
}

/**
 * @returns false: it failed for them alone, and can be tried again.
 * @throws Error when the mail server is not there any more.
 */
async function send(deps: DigestDeps, waiting: Waiting): Promise<boolean> {
  const { inbox, mailer, logger, nowMs } = deps
  const claimedAtMs = nowMs()
  let claimed: readonly NotificationId[] = []
  let letter: Letter | null
  try {
    const found = await listFor(deps, waiting)
    claimed = await inbox.claim(
      found.unmailed.map(({ notificationId }) => notificationId),
      claimedAtMs,
    )
    letter = claimed.length === 0 ? null : await letterFor(deps, waiting, found, claimed)
  } catch (error) {
    logger.error({ err: error, memberId: waiting.memberId }, 'a letter could not be made')
    await inbox.giveBack(claimed, claimedAtMs).catch(() => undefined)
    return false
  }
  if (letter === null) return true
  try {
    await mailer.send(letter)
    return true
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error
    logger.error(
      { err: error, memberId: waiting.memberId },
      'a letter about what waits was refused',
    )
    await inbox.giveBack(claimed, claimedAtMs)
    return false
  }
}

interface Found {
  readonly plans: readonly ToldPlan[]
  readonly unmailed: readonly StoredNotification[]
}

async function listFor({ inbox, nowMs }: DigestDeps, waiting: Waiting): Promise<Found> {
  const told = await inbox.listToldPlans(waiting.userId, nowMs())
  const plans = readablePlans(told.filter(({ memberId }) => memberId === waiting.memberId))
  const range = { fromMs: nowMs() - NEWS_MS, limit: MAX_IN_A_LETTER }
  return { plans, unmailed: await inbox.listUnmailed(askedOf(plans), range) }
}

async function letterFor(
  { inbox, publicOrigin }: DigestDeps,
  waiting: Waiting,
  { plans, unmailed }: Found,
  claimed: readonly NotificationId[],
): Promise<Letter> {
  const mine = unmailed.filter(({ notificationId }) => claimed.includes(notificationId))
  const notifications = await showNotifications(inbox, plans, mine)
  const { digest } = choiceOf(waiting)
  return digestLetter({ waiting, digest, plans, notifications, publicOrigin })
}
