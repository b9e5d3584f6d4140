/**
 * Who is in a room and where: the awareness states of its connections.
 *
 * A state says who someone is in the server's words, whatever the client wrote.
 * An id belongs to the connection that first named it; what others say about it
 * is their echo and is left out, since stock clients send back all they hear
 * (rules A1-A7). Nothing here is stored.
 */
import * as decoding from 'lib0/decoding'
import type { PersonColour } from '../../shared/access/person-colour.ts'
import type { FailureCode } from '../../shared/failure.ts'
import { MAX_AWARENESS_BYTES, MAX_AWARENESS_IDS } from '../../shared/protocol/limits.ts'
import { Hues } from './hues.ts'
import { type AwarenessEntry, presenceFrames } from './presence-frames.ts'
import { type Listener, PresenceNews } from './presence-news.ts'
import type { SyncPass } from './sync-pass.ts'

/** What presence needs of a connection. */
export interface Present extends Listener {
  readonly pass: SyncPass
}

interface Known<P> {
  readonly owner: P
  readonly clock: number
  /** JSON, with the server's words about who it is. */
  readonly state: string
}

interface Gone {
  readonly clock: number
  readonly pass: SyncPass
}

export interface PresenceDeps<P extends Present> {
  readonly everyone: () => Iterable<P>
  /** Is the id theirs, or nobody's? */
  readonly mayBe: (from: P, clientId: number) => boolean
  /** A connection begins to go by an id. Nobody has been told yet. */
  readonly announce: (from: P, clientId: number) => void
}

/** Ids that have left are remembered so that a late echo does not bring them back. */
const MAX_GONE = 500
/** Leaves room in a frame for ids and clocks. */
const MAX_STATE_BYTES = MAX_AWARENESS_BYTES - 64

export class Presence<P extends Present> {
  readonly #deps: PresenceDeps<P>
  readonly #states = new Map<number, Known<P>>()
  readonly #gone = new Map<number, Gone>()
  readonly #hues = new Hues()
  readonly #news: PresenceNews<P>
  /** Connections that have sent an awareness frame before. */
  readonly #introduced = new WeakSet<Present>()

  constructor(deps: PresenceDeps<P>) {
    this.#deps = deps
    this.#news = new PresenceNews({
      everyone: deps.everyone,
      framesOf: (clientIds) => presenceFrames(this.#entriesOf(clientIds)),
    })
  }

  /** Takes in an awareness update; a failure's code when the connection must end. */
  receive(from: P, update: Uint8Array): 'heard' | 'echo' | FailureCode {
    if (update.byteLength > MAX_AWARENESS_BYTES) return 'update-too-large'
    const entries = readEntries(update)
    if (!entries) return 'bad-frame'

    const isFirst = !this.#introduced.has(from)
    this.#introduced.add(from)
    if (isFirst && entries.some((entry) => this.#isTaken(from, entry))) return 'update-refused'
    const mayName = this.#countOf(from) === 0
    const own = entries.filter(
      (entry) =>
        this.#isOwn(from, entry, isFirst, mayName) && this.#deps.mayBe(from, entry.clientId),
    )
    for (const entry of own) {
      if (entry.state === null) this.#remove(entry.clientId, entry.clock)
      else if (!this.#set(from, entry)) return 'bad-frame'
    }
    return own.length === 0 ? 'echo' : 'heard'
  }

  /** Forgets what belonged to a connection. */
  leave(gone: P): void {
    this.#news.forget(gone)
    for (const [clientId, { owner, clock }] of this.#states) {
      if (owner === gone) this.#remove(clientId, clock)
    }
  }

  /** Everyone, for someone who has just come. */
  frames(): readonly Uint8Array[] {
    return presenceFrames(this.#entriesOf(this.#states.keys()))
  }

  close(): void {
    this.#news.close()
  }

  /** Does a writer say to be who somebody else is? What they then wrote would be lost. */
  #isTaken(from: P, { clientId, state }: AwarenessEntry): boolean {
    if (!from.pass.mayWrite() || !isAboutSelf(state, from.pass)) return false
    return !this.#deps.mayBe(from, clientId)
  }

  #isOwn(
    from: P,
    { clientId, clock, state }: AwarenessEntry,
    isFirst: boolean,
    mayName: boolean,
  ): boolean {
    const known = this.#states.get(clientId)
    if (known?.owner === from) return clock > known.clock || state === null
    const earlier = known
      ? { clock: known.clock, pass: known.owner.pass }
      : this.#gone.get(clientId)
    // Who has a name speaks of nobody new: tabs of one browser tell on each other.
    if (!earlier) return state !== null && mayName
    if (state === null) return false
    // The same person again, on a new connection: its first frame speaks of itself.
    if (earlier.pass.userId === from.pass.userId) return isFirst || clock > earlier.clock
    // Whoever may write is that client; a reader has only said so.
    if (!isFirst || !isAboutSelf(state, from.pass)) return false
    return from.pass.mayWrite() && !earlier.pass.mayWrite()
  }

  #isHeld(from: Present, clientId: number): boolean {
    return this.#states.get(clientId)?.owner === from
  }

  /** false when the connection has too many ids or the state is not an object. */
  #set(from: P, { clientId, clock, state }: AwarenessEntry): boolean {
    const isHeld = this.#isHeld(from, clientId)
    if (!isHeld && this.#countOf(from) >= MAX_AWARENESS_IDS) return false
    const named = withIdentity(state, from.pass, this.#hueOf(from.pass))
    if (named === null) return false
    if (!isHeld) this.#deps.announce(from, clientId)
    const clockToTell = isHeld ? clock : this.#after(clientId, clock)
    this.#states.set(clientId, { owner: from, clock: clockToTell, state: named })
    this.#gone.delete(clientId)
    this.#news.tellSoon(clientId)
    return true
  }

  #hueOf({ userId, colour }: SyncPass): PersonColour {
    const here = new Set([...this.#states.values()].map(({ owner }) => owner.pass.userId))
    return this.#hues.hueOf(userId, colour, here)
  }

  /** A clock that nobody takes for older than what was said under the id before, by whomever. */
  #after(clientId: number, clock: number): number {
    const before = this.#states.get(clientId) ?? this.#gone.get(clientId)
    return before ? Math.max(clock, before.clock + 1) : clock
  }

  #countOf(owner: Present): number {
    return [...this.#states.values()].filter((known) => known.owner === owner).length
  }

  #remove(clientId: number, clock: number): void {
    const known = this.#states.get(clientId)
    if (!known) return
    this.#states.delete(clientId)
    this.#gone.set(clientId, { clock: Math.max(clock, known.clock), pass: known.owner.pass })
    const [oldest] = this.#gone.keys()
    if (oldest !== undefined && this.#gone.size > MAX_GONE) this.#gone.delete(oldest)
    this.#news.tellSoon(clientId)
  }

  #entriesOf(clientIds: Iterable<number>): AwarenessEntry[] {
    return [...clientIds].flatMap((clientId): AwarenessEntry[] => {
      const known = this.#states.get(clientId)
      // Somebody else has written under the id since.
      const isTheirs = known && this.#deps.mayBe(known.owner, clientId)
      if (known) return [{ clientId, clock: known.clock, state: isTheirs ? known.state : null }]
      const gone = this.#gone.get(clientId)
      return gone ? [{ clientId, clock: gone.clock, state: null }] : []
    })
  }
}

/** null for bytes that are not an awareness update. */
function readEntries(update: Uint8Array): AwarenessEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    const entries: AwarenessEntry[] = []
    for (let index = 0; index < count; index++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      entries.push({ clientId, clock, state: state === 'null' ? null : state })
    }
    return decoding.hasContent(decoder) ? null : entries
  } catch {
    return null
  }
}

/** Or is it what we have said of someone, sent back? */
function isAboutSelf(state: string | null, pass: SyncPass): boolean {
  try {
    const said = JSON.parse(state ?? '') as { user?: { userId?: unknown } } | null
    return (said?.user?.userId ?? pass.userId) === pass.userId
  } catch {
    return false
  }
}

/** The state with who it is; only that when the rest is too long; null when it is not an object. */
function withIdentity(state: string | null, pass: SyncPass, colour: PersonColour): string | null {
  const { name, role, memberId, userId } = pass
  const user = { name, colour, role, memberId, userId }
  try {
    const said: unknown = JSON.parse(state ?? '')
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return null
    const named = JSON.stringify({ ...said, user })
    return Buffer.byteLength(named) <= MAX_STATE_BYTES ? named : JSON.stringify({ user })
  } catch {
    return null
  }
}
