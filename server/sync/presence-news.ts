/**
 * What of presence is still to be told, and to whom: changes go to everyone, together with
 * what comes within 40 ms; whoever reads too slowly to be told gets it when they have caught
 * up (rule A2). Knows ids, and not what is said of them.
 */
import { AWARENESS_INTERVAL_MS } from '../../shared/protocol/limits.ts'

export interface Listener {
  /** false: it is slow and was left out. */
  showPresence(frame: Uint8Array): boolean
}

export interface PresenceNewsDeps<L extends Listener> {
  readonly everyone: () => Iterable<L>
  readonly framesOf: (clientIds: ReadonlySet<number>) => readonly Uint8Array[]
}

/** How often it is looked whether those left out have caught up. */
const CAUGHT_UP_MS = 1000

export class PresenceNews<L extends Listener> {
  readonly #deps: PresenceNewsDeps<L>
  readonly #changed = new Set<number>()
  /** Ids of which someone who was left out has not been told. */
  readonly #missed = new Map<L, Set<number>>()
  #timer: NodeJS.Timeout | null = null
  #retry: NodeJS.Timeout | null = null

  constructor(deps: PresenceNewsDeps<L>) {
    this.#deps = deps
  }

  /** Something has changed about this id. */
  tellSoon(clientId: number): void {
    this.#changed.add(clientId)
    this.#timer ??= setTimeout(() => this.#tellAll(), AWARENESS_INTERVAL_MS)
  }

  #tellAll(): void {
    this.#timer = null
    const frames = this.#deps.framesOf(this.#changed)
    for (const listener of this.#deps.everyone()) {
      const isTold =
        !this.#missed.has(listener) && frames.every((frame) => listener.showPresence(frame))
      if (!isTold) this.#leaveOut(listener)
    }
    this.#changed.clear()
    this.#retrySoon()
  }

  #leaveOut(listener: L): void {
    const missed = this.#missed.get(listener) ?? new Set()
    this.#missed.set(listener, new Set([...missed, ...this.#changed]))
  }

  #retrySoon(): void {
    if (this.#missed.size > 0) this.#retry ??= setTimeout(() => this.#tellMissed(), CAUGHT_UP_MS)
  }

  #tellMissed(): void {
    this.#retry = null
    for (const [listener, missed] of this.#missed) {
      const frames = this.#deps.framesOf(missed)
      if (frames.every((frame) => listener.showPresence(frame))) this.#missed.delete(listener)
    }
    this.#retrySoon()
  }

  /** They are not there any more. */
  forget(gone: L): void {
    this.#missed.delete(gone)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#retry) clearTimeout(this.#retry)
  }
}
