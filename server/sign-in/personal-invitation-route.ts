/** Invitations meant for one address: shared/api/personal-invitations.ts says what comes and goes. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { SchoolParams } from '../../shared/api/common.ts'
import { InvitationParams } from '../../shared/api/invitations.ts'
import {
  AcceptPersonal,
  NewPersonalInvitation,
  NewPersonalInvitationDone,
  PersonalInvitationList,
  PersonalLook,
  PersonalToken,
} from '../../shared/api/personal-invitations.ts'
import { SignedInTo } from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import type { SchoolId } from '../../shared/ids.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import { addressKey } from './address-key.ts'
import type { CompleteSignIn } from './complete-sign-in.ts'
import { createCounter } from './counter.ts'
import {
  acceptPersonal,
  invitePerson,
  lookAtPersonal,
  type PersonalInvitationDeps,
} from './personal-invitations.ts'

const WINDOW_MS = 15 * 60 * 1000
/** Tokens that open nothing, from one address. */
const MAX_WRONG = 200
/** Letters of one inviter. */
const MAX_LETTERS = 100

export interface PersonalInvitationRouteDeps extends PersonalInvitationDeps {
  readonly completeSignIn: CompleteSignIn
}

export function personalInvitationRoute(
  deps: PersonalInvitationRouteDeps,
): FastifyPluginAsyncTypebox {
  const { store, completeSignIn, nowMs } = deps
  const wrong = createCounter({ limit: MAX_WRONG, windowMs: WINDOW_MS, nowMs })
  const letters = createCounter({ limit: MAX_LETTERS, windowMs: WINDOW_MS, nowMs })
  const countWrong = (request: FastifyRequest) => (error: unknown) => {
    const isWrong = error instanceof Failure && error.code === 'link-not-valid'
    if (!isWrong || wrong.take(addressKey(request.ip))) throw error
    throw new Failure('too-many-requests', 'invitations that are not valid', { cause: error })
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.post(
      '/api/schools/:schoolId/personal-invitations',
      {
        config: { verb: 'school.invite' },
        schema: {
          params: SchoolParams,
          body: NewPersonalInvitation,
          response: { 201: NewPersonalInvitationDone },
        },
      },
      async (request, reply) => {
        const person = personOf(request)
        const membership = membershipFor(person, 'school.invite', request.params.schoolId)
        if (!letters.take(person.userId)) throw new Failure('too-many-requests', 'letters')
        const made = await invitePerson(deps, request.body, { person, membership })
        return reply.code(201).send(made)
      },
    )

    app.get(
      '/api/schools/:schoolId/personal-invitations',
      {
        config: { verb: 'school.invite' },
        schema: { params: SchoolParams, response: { 200: PersonalInvitationList } },
      },
      async (request) => {
        const { schoolId } = request.params
        membershipFor(personOf(request), 'school.invite', schoolId)
        return { invitations: [...(await store.listOpen(schoolId as SchoolId, nowMs()))] }
      },
    )

    app.post(
      '/api/personal-invitations/:invitationId/revoke',
      {
        config: { verb: 'school.invite' },
        schema: { params: InvitationParams, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { invitationId } = request.params
        const schoolId = await store.findSchoolOf(invitationId)
        if (schoolId === null) throw new Failure('not-found', `invitation ${invitationId}`)
        const { memberId } = membershipFor(personOf(request), 'school.invite', schoolId)
        await store.revoke(invitationId, memberId, nowMs())
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/personal-invitations/look',
      {
        config: { verb: 'public' },
        schema: { body: PersonalToken, response: { 200: PersonalLook } },
      },
      async (request) =>
        lookAtPersonal(deps, request.body.token, request.signedIn?.person ?? null).catch(
          countWrong(request),
        ),
    )

    app.post(
      '/api/personal-invitations/accept',
      {
        config: { verb: 'public' },
        schema: { body: AcceptPersonal, response: { 200: SignedInTo } },
      },
      async (request, reply) => {
        const person = request.signedIn?.person ?? null
        const userId = await acceptPersonal(deps, request.body, person).catch(countWrong(request))
        if (userId === person?.userId) return { to: '/' }
        const { publicComputer } = request.body
        return completeSignIn(request, reply, { userId, to: '/', publicComputer, isProof: true })
      },
    )
  }
}
