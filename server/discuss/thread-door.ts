/** What every route of the threads does first and last: is it a plan of theirs, and what stands there now. */
import type { FastifyRequest } from 'fastify'
import type { Verb } from '../../shared/access/policy.ts'
import { type Thread, USER_HEADER } from '../../shared/api/threads.ts'
import { Failure } from '../../shared/failure.ts'
import { personOf } from '../people/route-guard.ts'
import type { PlanRow } from '../plans/plan-store.ts'
import type { DiscussRouteDeps } from './discuss-route.ts'
import type { Viewer } from './discussion.ts'
import type { DeedBy } from './thread-store.ts'

export interface Opened {
  readonly plan: PlanRow
  readonly by: DeedBy
  readonly viewer: Viewer
  /** The thread as it is now, for them. */
  readonly show: (threadId: string) => Promise<Thread>
}

export function createThreadDoor({ openPlanFor, discussion, nowMs }: DiscussRouteDeps) {
  /** @throws Failure 'sign-in-required', 'plan-not-found', 'access-denied' */
  return async (request: FastifyRequest, verb: Verb, planId: string): Promise<Opened> => {
    const person = personOf(request)
    // Someone else has signed in in the same browser: these words are not theirs.
    const userId = request.headers[USER_HEADER]
    if (userId !== undefined && userId !== person.userId)
      throw new Failure('sign-in-required', 'the page is of another person')
    const { plan, membership } = await openPlanFor(person, verb, planId)
    const { memberId, school } = membership
    const viewer = { memberId, language: school.language }
    return {
      plan,
      by: { memberId, atMs: nowMs() },
      viewer,
      show: (threadId) => discussion.show(plan, threadId, viewer),
    }
  }
}
