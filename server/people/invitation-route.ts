/**
 * Coming in by an invitation, and revoking one: POST /api/invitations/look, /join,
 * /:invitationId/revoke and /:invitationId/end. Making and listing them is the plan's
 * (plans/plan-invitations-route.ts).
 *
 * A whole school comes from one address, so only failures are counted: however
 * many guess, a good link opens.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  InvitationLook,
  InvitationParams,
  InvitationToken,
  Join,
  JoinDone,
} from '../../shared/api/invitations.ts'
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import {
  findInvitation,
  type InvitationDeps,
  isMember,
  joinSchool,
  joinsAsThemselves,
} from './invitations.ts'
import { personOf } from './route-guard.ts'
import { membershipFor } from './school-access.ts'
import type { SignIn } from './sign-in.ts'

/** From one address; then the refusal says to wait. */
const MAX_FAILURES = 200
const FAILURE_WINDOW = '15 minutes'

export interface InvitationRouteDeps extends InvitationDeps {
  readonly signIn: SignIn
  /** What this person may do is different now: their open plans are to feel it. */
  readonly rightsChanged: (userId: UserId) => Promise<void>
}

export function invitationRoute(deps: InvitationRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    const count = app.createRateLimit({ max: MAX_FAILURES, timeWindow: FAILURE_WINDOW })
    const countFailure = async (request: FastifyRequest, error: unknown): Promise<never> => {
      if (error instanceof Failure && error.code === 'link-not-valid') {
        const limit = await count(request)
        if (!limit.isAllowed && limit.isExceeded) {
          throw new Failure('too-many-requests', 'invitations that are not valid', { cause: error })
        }
      }
      throw error
    }

    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.post(
      '/api/invitations/look',
      {
        config: { verb: 'public' },
        schema: { body: InvitationToken, response: { 200: InvitationLook } },
      },
      async (request): Promise<InvitationLook> => {
        const person = request.signedIn?.person ?? null
        const found = await findInvitation(deps, request.body.token, person).catch(
          (error: unknown) => countFailure(request, error),
        )
        const { schoolName, planTitle, inviterName, role, label, planId } = found
        return {
          schoolName,
          planTitle,
          inviterName,
          role,
          discuss: found.defaultRight === 'discuss',
          label,
          endsAtMs: role === 'guest' ? found.expiresAtMs : null,
          joinsAs: joinsAsThemselves(person) ? person.name : null,
          memberOfPlanId: isMember(person, found) ? planId : null,
        }
      },
    )

    app.post(
      '/api/invitations/join',
      { config: { verb: 'public' }, schema: { body: Join, response: { 200: JoinDone } } },
      async (request, reply): Promise<JoinDone> => {
        const person = request.signedIn?.person ?? null
        const userAgent = request.headers['user-agent']
        const { planId, newcomer } = await joinSchool(deps, request.body, person, userAgent).catch(
          (error: unknown) => countFailure(request, error),
        )
        if (newcomer) {
          await deps.signIn.handOver({ request, reply }, newcomer.userId, newcomer.session)
        }
        return { planId }
      },
    )

    for (const deed of ['revoke', 'end'] as const) {
      app.post(
        `/api/invitations/:invitationId/${deed}`,
        {
          config: { verb: 'school.invite' },
          schema: { params: InvitationParams, response: { 204: Type.Null() } },
        },
        async (request, reply) => {
          const { invitationId } = request.params
          const schoolId = await deps.store.findSchoolOf(invitationId)
          if (schoolId === null) throw new Failure('not-found', `invitation ${invitationId}`)
          const { memberId } = membershipFor(personOf(request), 'school.invite', schoolId)
          if (deed === 'revoke') await deps.store.revoke(invitationId, memberId, deps.nowMs())
          else {
            const guests = await deps.store.end(invitationId, memberId, deps.nowMs())
            await Promise.all(guests.map(deps.rightsChanged))
          }
          return reply.code(204).send(null)
        },
      )
    }
  }
}
