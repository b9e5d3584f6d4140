/**
 * Updates that refer to something that has not come yet, and will.
 *
 * Two honest cases: someone who comes back types before the server has asked for
 * what they wrote offline; two tabs of one person hear of each other faster than
 * the server does. Such an update waits a short time and is tried again. Nobody
 * is shown it meanwhile (rule W10).
 */
import { EARLY_RETRY_MS, EARLY_UPDATE_MS } from '../../shared/protocol/limits.ts'
import type { Connection } from './connection.ts'

export interface EarlyUpdate {
  readonly from: Connection
  readonly index: number
  readonly bytes: Uint8Array
  /** What it lacked, for the log. */
  readonly why: string
}

export interface EarlyUpdatesDeps {
  /** Takes it if it can be taken now; false when it still is too early. */
  readonly retry: (update: EarlyUpdate) => boolean
  /** It has waited long enough. */
  readonly giveUp: (update: EarlyUpdate) => void
}

export class EarlyUpdates {
  readonly #deps: EarlyUpdatesDeps
  #waiting: readonly { readonly update: EarlyUpdate; readonly triesLeft: number }[] = []
  #timer: NodeJS.Timeout | null = null

  constructor(deps: EarlyUpdatesDeps) {
    this.#deps = deps
  }

  add(update: EarlyUpdate): void {
    const triesLeft = EARLY_UPDATE_MS / EARLY_RETRY_MS
    this.#waiting = [...this.#waiting, { update, triesLeft }]
    this.#retrySoon()
  }

  /** What someone sent too early may fit now: their step2 has come. */
  retryOf(from: Connection): void {
    this.#waiting = this.#waiting.filter(
      ({ update }) => update.from !== from || !this.#deps.retry(update),
    )
  }

  forget(gone: Connection): void {
    this.#waiting = this.#waiting.filter(({ update }) => update.from !== gone)
  }

  close(): void {
    this.#waiting = []
    if (this.#timer) clearTimeout(this.#timer)
  }

  #retrySoon(): void {
    this.#timer ??= setTimeout(() => this.#retryAll(), EARLY_RETRY_MS)
  }

  #retryAll(): void {
    this.#timer = null
    const tried = this.#waiting
    this.#waiting = []
    const still = tried.filter(({ update }) => !update.from.isEnded && !this.#deps.retry(update))
    for (const { update, triesLeft } of still) if (triesLeft <= 1) this.#deps.giveUp(update)
    this.#waiting = still
      .filter(({ update, triesLeft }) => triesLeft > 1 && !update.from.isEnded)
      .map(({ update, triesLeft }) => ({ update, triesLeft: triesLeft - 1 }))
    if (this.#waiting.length > 0) this.#retrySoon()
  }
}
