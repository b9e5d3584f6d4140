/** POST /api/me/erase, POST /api/members/:memberId/erase, GET /api/me/data. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { may } from '../../shared/access/policy.ts'
import { EraseMe, EraseMember, MyData } from '../../shared/api/erasure.ts'
import { MemberParams } from '../../shared/api/members.ts'
import { Failure } from '../../shared/failure.ts'
import type { MemberStore } from '../people/member-store.ts'
import type { Person } from '../people/people-store.ts'
import { personOf, signedInOf } from '../people/route-guard.ts'
import type { SessionCookie } from '../people/session-cookie.ts'
import type { SignedIn } from '../people/sessions.ts'
import { confirmName, type EraseDeps, eraseMember, erasePerson } from './erase.ts'
import { takeOut, type TakeOutDeps } from './take-out.ts'

export interface ErasureRouteDeps extends EraseDeps {
  readonly erasures: TakeOutDeps['store']
  readonly readHistory: TakeOutDeps['readHistory']
  readonly mayReadPlan: (person: Person, planId: string) => Promise<boolean>
  readonly members: Pick<MemberStore, 'findMember' | 'listMembers'>
  readonly cookie: SessionCookie
  /** Is it really they, and not whoever found the browser? @throws Failure as for a new password. */
  readonly prove: (signedIn: SignedIn, password: string | null) => Promise<unknown>
  readonly nowMs: () => number
}

/** Files an hour that one session may ask for: each reads whole logs. */
const MAX_FILES = 10

export function erasureRoute(deps: ErasureRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/me/data',
      {
        config: {
          verb: 'signed-in',
          rateLimit: {
            max: MAX_FILES,
            timeWindow: '1 hour',
            // Not by address: a whole school has one.
            keyGenerator: (request) => signedInOf(request).sessionHash,
          },
        },
        schema: { response: { 200: MyData } },
      },
      async (request, reply) => {
        reply.header('content-disposition', 'attachment; filename="samplan-my-data.json"')
        const { erasures: store, readHistory, nowMs } = deps
        const person = personOf(request)
        const mayRead = (planId: string) => deps.mayReadPlan(person, planId)
        return takeOut({ store, readHistory, mayRead, nowMs }, person.userId)
      },
    )

    app.post(
      '/api/me/erase',
      {
        config: { verb: 'signed-in' },
        schema: { body: EraseMe, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const signedIn = signedInOf(request)
        const { userId, name } = signedIn.person
        confirmName(request.body.name, name)
        await deps.prove(signedIn, request.body.password ?? null)
        await erasePerson(deps, userId, deps.nowMs())
        deps.cookie.clear(reply)
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/members/:memberId/erase',
      {
        config: { verb: 'member.change' },
        schema: { params: MemberParams, body: EraseMember, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const person = personOf(request)
        const { memberId: wanted } = request.params
        const member = await deps.members.findMember(wanted)
        const own = person.memberships.find(({ schoolId }) => schoolId === member?.schoolId)
        // Of another school's members it is not told whether they exist.
        if (!member || !own) throw new Failure('not-found', `member ${wanted}`)
        const { schoolId, memberId } = member
        if (!may(person, 'member.change', { schoolId })) {
          throw new Failure('access-denied', `erasing ${memberId} by ${person.userId}`)
        }
        const listed = await deps.members.listMembers(schoolId, deps.nowMs())
        const name = listed.find((one) => one.memberId === memberId)?.name ?? ''
        confirmName(request.body.name, name)
        await eraseMember(deps, memberId, { memberId: own.memberId, atMs: deps.nowMs() })
        return reply.code(204).send(null)
      },
    )
  }
}
