/**
 * Signed-in browsers: opening, reading and ending a session.
 *
 * A session of a real person slides: 30 days from the last use, moved at most
 * once a day. One in an example school ends when the school does. Knows no
 * cookie; session-cookie.ts does.
 */
import type { RandomBytes, UserId } from '../../shared/ids.ts'
import type { PeopleStore, Person, Session } from './people-store.ts'
import { createToken, hashToken } from './tokens.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** How long a session lasts after its last use. */
const SESSION_MS = 30 * DAY_MS

export interface SessionDeps {
  readonly store: PeopleStore
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** What a browser gets: the secret, and until when. */
export interface NewSession {
  readonly token: string
  readonly expiresAtMs: number
}

/** Someone who is signed in, and the session they came with. */
export interface SignedIn {
  readonly person: Person
  readonly sessionHash: string
  /** Set when the session was moved on: the browser's cookie should follow. */
  readonly extendedToMs: number | null
}

export type Sessions = ReturnType<typeof createSessions>

export function createSessions({ store, nowMs, random }: SessionDeps) {
  /** Ended here: no socket is opened with one of them, or written to. */
  const endedHashes = new Set<string>()
  const listeners = new Set<(sessionHash: string) => void>()
  const tellEnded = (sessionHash: string) => listeners.forEach((listener) => listener(sessionHash))

  /** A session that is not stored yet, for those who store it with something else. */
  const draft = (
    userId: UserId,
    expiresAtMs = nowMs() + SESSION_MS,
  ): { readonly session: Session; readonly token: string } => {
    const token = createToken(random)
    return {
      token,
      session: { tokenHash: hashToken(token), userId, createdAtMs: nowMs(), expiresAtMs },
    }
  }

  return {
    draft,

    /** Signs a person in. Without an end it is a sliding session. */
    async open(userId: UserId, expiresAtMs?: number): Promise<NewSession> {
      const { session, token } = draft(userId, expiresAtMs)
      await store.addSession(session)
      return { token, expiresAtMs: session.expiresAtMs }
    },

    /** Who comes with this secret; null when the session is unknown or over. */
    async read(token: string): Promise<SignedIn | null> {
      const sessionHash = hashToken(token)
      const found = await store.findSession(sessionHash, nowMs())
      if (!found) {
        // It may have been a good one: its sockets are still open.
        tellEnded(sessionHash)
        return null
      }

      const { person, expiresAtMs } = found
      const mayMove = !isExamplePerson(person) && expiresAtMs - nowMs() < SESSION_MS - DAY_MS
      const extendedToMs = mayMove ? nowMs() + SESSION_MS : null
      if (extendedToMs !== null) await store.extendSession(sessionHash, extendedToMs)
      return { person, sessionHash, extendedToMs }
    },

    async end(sessionHash: string): Promise<void> {
      endedHashes.add(sessionHash)
      tellEnded(sessionHash)
      await store.removeSession(sessionHash)
    },

    /** Takes away what has ended by itself. */
    async removeEnded(): Promise<void> {
      for (const sessionHash of await store.removeEnded(nowMs())) tellEnded(sessionHash)
    },

    /** Told of every session that ends, once it is noticed; of others too. */
    onEnded(listener: (sessionHash: string) => void): void {
      listeners.add(listener)
    },

    /** Was this session ended since the program started? Asked for every message of a socket. */
    hasEnded: (sessionHash: string) => endedHashes.has(sessionHash),
  }
}

/** Is this person here only to look at an example school? */
export function isExamplePerson(person: Person): boolean {
  return person.memberships.every(({ school }) => school.expiresAtMs !== null)
}
