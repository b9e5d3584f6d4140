/**
 * Signed-in browsers: opening, reading and ending a session.
 *
 * A session of a real person slides: 30 days from the last use, moved at most
 * once a day. One on a public computer ends with the school's day, one in an example
 * school when the school does. Knows no cookie; session-cookie.ts does, and
 * sign-in.ts puts both together.
 */
import type { RandomBytes, UserId } from '../../shared/ids.ts'
import { deviceOf } from './device.ts'
import { endOfDay } from './end-of-day.ts'
import type { PeopleStore, Person, Session } from './people-store.ts'
import { createToken, hashToken } from './tokens.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** How long a session lasts after its last use. */
const SESSION_MS = 30 * DAY_MS

export interface SessionDeps {
  readonly store: PeopleStore
  readonly nowMs: () => number
  readonly random: RandomBytes
}

export interface SessionTraits {
  /** A fixed end; absent: it slides. */
  readonly expiresAtMs?: number | undefined
  /** Others use the machine too: it ends with the school's day, at the latest. */
  readonly publicComputer?: boolean | undefined
  /** As the browser sent it. */
  readonly userAgent?: string | undefined
}

/** What a browser gets: the secret, and until when. */
export interface NewSession {
  readonly token: string
  readonly expiresAtMs: number
  /** The browser is to forget it when it is closed. */
  readonly isPublicComputer: boolean
}

/** Someone who is signed in, and the session they came with. */
export interface SignedIn {
  readonly person: Person
  readonly sessionHash: string
  /** Set when the session was moved on: the browser's cookie should follow. */
  readonly extendedToMs: number | null
  /** Others use the machine too. */
  readonly isPublicComputer: boolean
}

/** A session that is not stored yet, for those who store it with something else. */
export interface DraftedSession {
  readonly session: Session
  /** For the browser, once the session is stored. */
  readonly forBrowser: NewSession
}

/** Told that a session is over. @param next the one that took its place in the same browser, of the same person. */
export type SessionEndListener = (sessionHash: string, next: string | null) => void

export type Sessions = ReturnType<typeof createSessions>

export function createSessions({ store, nowMs, random }: SessionDeps) {
  /** Ended here: no socket is opened with one of them, or written to. */
  const endedHashes = new Set<string>()
  const listeners = new Set<SessionEndListener>()
  const tellEnded = (sessionHash: string, next: string | null = null) => {
    for (const listener of listeners) listener(sessionHash, next)
  }

  /** @param timeZone of the school whose day it is; for a public computer. */
  const draft = (userId: UserId, traits: SessionTraits, timeZone: string): DraftedSession => {
    const token = createToken(random)
    const createdAtMs = nowMs()
    const isPublicComputer = traits.publicComputer ?? false
    const expiresAtMs = Math.min(
      traits.expiresAtMs ?? createdAtMs + SESSION_MS,
      isPublicComputer ? endOfDay(createdAtMs, timeZone) : Infinity,
    )
    const session = {
      tokenHash: hashToken(token),
      userId,
      createdAtMs,
      usedAtMs: createdAtMs,
      expiresAtMs,
      device: deviceOf(traits.userAgent),
      isPublicComputer,
    }
    return { session, forBrowser: { token, expiresAtMs, isPublicComputer } }
  }

  return {
    draft,

    /** Signs a person in. Without an end, and on a machine of their own, it slides. */
    async open(userId: UserId, traits: SessionTraits = {}): Promise<NewSession> {
      const person = traits.publicComputer ? await store.findPerson(userId, nowMs()) : null
      const timeZone = person?.memberships[0]?.school.timeZone ?? 'UTC'
      const { session, forBrowser } = draft(userId, traits, timeZone)
      await store.addSession(session)
      return forBrowser
    },

    /** Who comes with this secret; null when the session is unknown or over. */
    async read(token: string): Promise<SignedIn | null> {
      const sessionHash = hashToken(token)
      const now = nowMs()
      const found = await store.findSession(sessionHash, now)
      if (!found) {
        // It may have been a good one: its sockets are still open.
        tellEnded(sessionHash)
        return null
      }

      const { person, expiresAtMs, usedAtMs, isPublicComputer } = found
      const slides = !isPublicComputer && !isExamplePerson(person)
      const extendedToMs =
        slides && expiresAtMs - now < SESSION_MS - DAY_MS ? now + SESSION_MS : null
      if (extendedToMs !== null || now - usedAtMs >= HOUR_MS) {
        await store.keepSession(sessionHash, now, extendedToMs ?? expiresAtMs)
      }
      return { person, sessionHash, extendedToMs, isPublicComputer }
    },

    /** Whose session it is now, and until when; without counting as a use. */
    async look(
      sessionHash: string,
    ): Promise<{ readonly person: Person; readonly expiresAtMs: number } | null> {
      if (endedHashes.has(sessionHash)) return null
      return store.findSession(sessionHash, nowMs())
    },

    async end(sessionHash: string): Promise<void> {
      endedHashes.add(sessionHash)
      tellEnded(sessionHash)
      await store.removeSession(sessionHash)
    },

    /** Another session has taken its place in the same browser: it is over, whoever knows it. */
    async replace(old: SignedIn, next: { readonly token: string; readonly userId: UserId }) {
      const { sessionHash, person } = old
      const nextHash = hashToken(next.token)
      endedHashes.add(sessionHash)
      tellEnded(sessionHash, person.userId === next.userId ? nextHash : null)
      await store.removeSession(sessionHash)
    },

    /** These are taken out of the store already. */
    noteEnded(sessionHashes: readonly string[]): void {
      for (const sessionHash of sessionHashes) {
        endedHashes.add(sessionHash)
        tellEnded(sessionHash)
      }
    },

    /** Takes away what has ended by itself. */
    async removeEnded(): Promise<void> {
      for (const sessionHash of await store.removeEnded(nowMs())) tellEnded(sessionHash)
    },

    /** Told of every session that ends, once it is noticed; of others too. */
    onEnded(listener: SessionEndListener): void {
      listeners.add(listener)
    },

    /** Was this session ended since the program started? Asked for every message of a socket. */
    hasEnded: (sessionHash: string) => endedHashes.has(sessionHash),
  }
}

/** Is this person here only to look at an example school? */
export function isExamplePerson({ memberships }: Person): boolean {
  return memberships.length > 0 && memberships.every(({ school }) => school.expiresAtMs !== null)
}
