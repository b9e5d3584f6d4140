/**
 * POST /api/members/:memberId/sign-in-link: a coordinator lets a member in who is
 * locked out.
 *
 * Whoever holds the link is that person. It is therefore never made for a
 * coordinator, nor for somebody who belongs to a school where the maker may not
 * do it: the way into one school must not lead into another. The last coordinator
 * is let in by whoever runs the server (server/cli.ts).
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { may } from '../../shared/access/policy.ts'
import { MemberLink, MemberParams } from '../../shared/api/sign-in.ts'
import { Failure } from '../../shared/failure.ts'
import type { MemberStore } from '../people/member-store.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import { type LinkDeps, makeSignInLink, MEMBER_LINK_MINUTES } from './one-time-links.ts'

export interface MemberLinkDeps extends LinkDeps {
  readonly members: Pick<MemberStore, 'findMember' | 'listOf'>
}

export function memberLinkRoute(deps: MemberLinkDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/api/members/:memberId/sign-in-link',
      {
        config: { verb: 'school.sign-in-link' },
        schema: { params: MemberParams, response: { 201: MemberLink } },
      },
      async (request, reply) => {
        const maker = personOf(request)
        const member = await deps.members.findMember(request.params.memberId)
        if (!member) throw new Failure('not-found', `member ${request.params.memberId}`)
        const { schoolId } = member
        const { memberId: by } = membershipFor(maker, 'school.sign-in-link', schoolId)

        // Suspended ones too: what is kept can be given back.
        const memberships = await deps.members.listOf(member.userId)
        const isOurs = memberships.every(
          (one) =>
            one.role !== 'coordinator' &&
            may(maker, 'school.sign-in-link', { schoolId: one.schoolId }),
        )
        if (!isOurs) throw new Failure('access-denied', `a link for ${member.userId}`)

        const { userId, memberId } = member
        const link = await makeSignInLink(deps, {
          userId,
          path: '/',
          minutes: MEMBER_LINK_MINUTES,
          made: { schoolId, by, memberId },
        })
        reply.header('cache-control', 'no-store')
        return reply.code(201).send(link)
      },
    )
  }
}
