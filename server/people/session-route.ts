/** Where I am signed in: GET /api/me/sessions, and ending one or all others. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { type MySession, SessionList, SessionParams } from '../../shared/api/sessions.ts'
import { Failure } from '../../shared/failure.ts'
import { createId } from '../../shared/ids.ts'
import type { PeopleStore, Session } from './people-store.ts'
import { signedInOf } from './route-guard.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Sessions, SignedIn } from './sessions.ts'

export interface SessionRouteDeps {
  readonly store: Pick<PeopleStore, 'listSessions' | 'revokeSessions'>
  readonly sessions: Pick<Sessions, 'noteEnded'>
  readonly cookie: SessionCookie
  readonly nowMs: () => number
}

export function sessionRoute(deps: SessionRouteDeps): FastifyPluginAsyncTypebox {
  const listOf = ({ person }: SignedIn) => deps.store.listSessions(person.userId, deps.nowMs())
  const revoke = async ({ person }: SignedIn, ended: readonly Session[]) => {
    const hashes = ended.map(({ tokenHash }) => tokenHash)
    await deps.store.revokeSessions(person.userId, hashes, deps.nowMs())
    deps.sessions.noteEnded(hashes)
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/me/sessions',
      { config: { verb: 'signed-in' }, schema: { response: { 200: SessionList } } },
      async (request) => {
        const signedIn = signedInOf(request)
        const sessions = await listOf(signedIn)
        return { sessions: sessions.map((one) => showSession(one, signedIn.sessionHash)) }
      },
    )

    app.post(
      '/api/me/sessions/:sessionId/revoke',
      {
        config: { verb: 'signed-in' },
        schema: { params: SessionParams, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const signedIn = signedInOf(request)
        const { sessionId } = request.params
        const own = (await listOf(signedIn)).filter((one) => idOf(one) === sessionId)
        if (own.length === 0) throw new Failure('not-found', `session ${sessionId}`)
        await revoke(signedIn, own)
        if (own.some(({ tokenHash }) => tokenHash === signedIn.sessionHash))
          deps.cookie.clear(reply)
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/me/sessions/revoke-others',
      { config: { verb: 'signed-in' }, schema: { response: { 204: Type.Null() } } },
      async (request, reply) => {
        const signedIn = signedInOf(request)
        const all = await listOf(signedIn)
        await revoke(
          signedIn,
          all.filter(({ tokenHash }) => tokenHash !== signedIn.sessionHash),
        )
        return reply.code(204).send(null)
      },
    )
  }
}

/** What a session is called towards its person: says nothing of the secret, or of its hash. */
function idOf({ tokenHash }: Session): string {
  const digest = createHash('sha256').update(`session id of ${tokenHash}`).digest()
  return createId((count) => digest.subarray(0, count))
}

function showSession(session: Session, thisHash: string): MySession {
  const { createdAtMs, usedAtMs, expiresAtMs, device, isPublicComputer } = session
  return {
    sessionId: idOf(session),
    createdAtMs,
    usedAtMs,
    expiresAtMs,
    device,
    isThis: session.tokenHash === thisHash,
    isPublicComputer,
  }
}
