/**
 * The session in a browser: one cookie, for this host alone, out of reach of scripts.
 *
 * `__Host-` makes browsers refuse it from a sub-domain or without https. On
 * http://localhost, where that prefix is not possible, it is plainly `session`.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { NewSession } from './sessions.ts'

export type SessionCookie = ReturnType<typeof createSessionCookie>

export interface SessionCookieDeps {
  /** With @fastify/cookie registered before the first request. */
  readonly app: FastifyInstance
  /** Where people see us: decides whether the cookie is Secure. */
  readonly publicOrigin: string
  readonly nowMs: () => number
}

export function createSessionCookie({ app, publicOrigin, nowMs }: SessionCookieDeps) {
  const secure = publicOrigin.startsWith('https:')
  const name = secure ? '__Host-session' : 'session'
  const traits = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const

  return {
    /** The secret in a request's Cookie header, or null. */
    read(header: string | undefined): string | null {
      return (header === undefined ? undefined : app.parseCookie(header)[name]) || null
    },

    set(reply: FastifyReply, { token, expiresAtMs, isPublicComputer }: NewSession): void {
      // Without an age it is gone with the window: the next one at the machine is somebody else.
      if (isPublicComputer) return void reply.setCookie(name, token, traits)
      const maxAge = Math.max(0, Math.floor((expiresAtMs - nowMs()) / 1000))
      reply.setCookie(name, token, { ...traits, maxAge })
    },

    clear(reply: FastifyReply): void {
      reply.setCookie(name, '', { ...traits, maxAge: 0 })
    },
  }
}
