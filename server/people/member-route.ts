/**
 * The members of a school: GET /api/schools/:schoolId/members, and the deeds on one
 * of them under /api/members/:memberId.
 *
 * One id decides: the school is the member's own, never one that the request names.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { may, type Verb } from '../../shared/access/policy.ts'
import { SchoolParams } from '../../shared/api/common.ts'
import { MemberList, MemberParams, NewName, NewRole } from '../../shared/api/members.ts'
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { By, KnownMember, MemberOutcome, MemberStore } from './member-store.ts'
import { RENAME_LIMIT } from './rename-limit.ts'
import { personOf } from './route-guard.ts'
import { membershipFor } from './school-access.ts'
import { showMember } from './show-member.ts'
import { typedLine } from './typed-line.ts'

export interface MemberRouteDeps {
  readonly store: MemberStore
  /** What this person may do is different now: their open plans are to feel it. */
  readonly rightsChanged: (userId: UserId) => Promise<void>
  readonly nowMs: () => number
}

export function memberRoute(deps: MemberRouteDeps): FastifyPluginAsyncTypebox {
  /** The member of a request, and who does it. @throws Failure 'not-found', 'access-denied' */
  const find = async (
    request: FastifyRequest,
    verb: Verb,
    memberId: string,
  ): Promise<{ readonly member: KnownMember; readonly by: By }> => {
    const person = personOf(request)
    const member = await deps.store.findMember(memberId)
    const own = person.memberships.find(({ schoolId }) => schoolId === member?.schoolId)
    // Of another school's members it is not told whether they exist.
    if (!member || !own) throw new Failure('not-found', `member ${memberId}`)
    const relation = { isThemselves: member.userId === person.userId }
    if (!may(person, verb, { schoolId: member.schoolId, relation })) {
      throw new Failure('access-denied', `${verb} on ${memberId} by ${person.userId}`)
    }
    return { member, by: { memberId: own.memberId, atMs: deps.nowMs() } }
  }

  const finish = async (outcome: MemberOutcome, { memberId, userId }: KnownMember) => {
    if (outcome === 'unknown-member') throw new Failure('not-found', `member ${memberId}`)
    if (outcome === 'not-allowed') throw new Failure('access-denied', `on ${memberId}`)
    if (outcome === 'last-coordinator') throw new Failure('last-coordinator', memberId)
    await deps.rightsChanged(userId)
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/schools/:schoolId/members',
      {
        config: { verb: 'member.list' },
        schema: { params: SchoolParams, response: { 200: MemberList } },
      },
      async (request) => {
        const { school, memberId } = membershipFor(
          personOf(request),
          'member.list',
          request.params.schoolId,
        )
        const nowMs = deps.nowMs()
        const members = await deps.store.listMembers(school.schoolId, nowMs)
        return { members: members.map((one) => showMember(one, { memberId, school, nowMs })) }
      },
    )

    app.put(
      '/api/members/:memberId/role',
      {
        config: { verb: 'member.change' },
        schema: { params: MemberParams, body: NewRole, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { member, by } = await find(request, 'member.change', request.params.memberId)
        const { role } = request.body
        await finish(await deps.store.setRole(member.memberId, role, by), member)
        return reply.code(204).send(null)
      },
    )

    for (const deed of ['suspend', 'restore', 'remove'] as const) {
      app.post(
        `/api/members/:memberId/${deed}`,
        {
          config: { verb: 'member.change' },
          schema: { params: MemberParams, response: { 204: Type.Null() } },
        },
        async (request, reply) => {
          const { member, by } = await find(request, 'member.change', request.params.memberId)
          const { memberId } = member
          const outcome =
            deed === 'remove'
              ? await deps.store.remove(memberId, by)
              : await deps.store.setSuspended(memberId, deed === 'suspend', by)
          await finish(outcome, member)
          return reply.code(204).send(null)
        },
      )
    }

    app.put(
      '/api/members/:memberId/name',
      {
        config: { verb: 'member.rename', rateLimit: RENAME_LIMIT },
        schema: { params: MemberParams, body: NewName, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { member, by } = await find(request, 'member.rename', request.params.memberId)
        const name = typedLine(request.body.name, 'name')
        await finish(await deps.store.rename(member.memberId, name, by), member)
        return reply.code(204).send(null)
      },
    )
  }
}
