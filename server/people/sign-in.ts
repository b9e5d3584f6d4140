/**
 * The last step of every door: the browser gets a session of its own, made now, and
 * the one it came with is over. So a session that somebody planted is never the one
 * that a person signs in to.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { UserId } from '../../shared/ids.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { NewSession, Sessions, SessionTraits } from './sessions.ts'

export interface SignInDeps {
  readonly sessions: Pick<Sessions, 'open' | 'replace'>
  readonly cookie: SessionCookie
}

export type SignIn = ReturnType<typeof createSignIn>

/** Where a request and its reply are: what a door has in hand. */
export interface AtTheDoor {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export function createSignIn({ sessions, cookie }: SignInDeps) {
  /** The browser is handed a session that was stored with something else. */
  const handOver = async (
    { request, reply }: AtTheDoor,
    userId: UserId,
    session: NewSession,
  ): Promise<void> => {
    cookie.set(reply, session)
    const { signedIn } = request
    request.signedIn = null
    if (signedIn) await sessions.replace(signedIn, { token: session.token, userId })
  }

  return {
    handOver,

    /** Signs a person in on this browser. */
    async open(
      at: AtTheDoor,
      userId: UserId,
      traits: Omit<SessionTraits, 'userAgent'> = {},
    ): Promise<void> {
      const userAgent = at.request.headers['user-agent']
      await handOver(at, userId, await sessions.open(userId, { ...traits, userAgent }))
    },
  }
}
