/**
 * Who is what for a plan: posts and rights under /api/plans/:planId, and the plan's state.
 *
 * The plan's id decides what may be done; a member that is named beside it must be
 * of the plan's own school, which the store looks at in the transaction.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { planRight, ROLE_RIGHTS } from '../../shared/access/plan-right.ts'
import { PlanParams } from '../../shared/api/common.ts'
import {
  type MemberRight,
  NewPlanState,
  NewRight,
  Posts,
  RightList,
  RightParams,
} from '../../shared/api/plan-people.ts'
import { Failure } from '../../shared/failure.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { personOf } from '../people/route-guard.ts'
import { deletedPlansRoute } from './deleted-plans.ts'
import type { LiveRights } from './live-rights.ts'
import type { OpenedPlan, OpenPlanFor } from './plan-access.ts'
import type { PlanMember, PlanPeopleOutcome, PlanPeopleStore } from './plan-people-store.ts'
import type { PlanRow, PlanStore } from './plan-store.ts'

export interface PlanPeopleDeps {
  readonly store: PlanPeopleStore
  readonly plans: Pick<PlanStore, 'setState' | 'listDeleted'>
  readonly openPlanFor: OpenPlanFor
  readonly rights: Pick<LiveRights, 'changed'>
  readonly nowMs: () => number
}

export function planPeopleRoute(deps: PlanPeopleDeps): FastifyPluginAsyncTypebox {
  const { store, openPlanFor } = deps
  const by = ({ membership }: OpenedPlan) => ({
    memberId: membership.memberId,
    atMs: deps.nowMs(),
  })
  const finish = async (outcome: PlanPeopleOutcome, { plan }: OpenedPlan) => {
    const { planId } = plan
    if (outcome === 'unknown-member') throw new Failure('not-found', `a member for ${planId}`)
    if (outcome === 'above-role') throw new Failure('above-role', `on ${planId}`)
    if (outcome === 'not-allowed') throw new Failure('access-denied', `on ${planId}`)
    await deps.rights.changed({ planId })
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    await app.register(deletedPlansRoute(deps.plans))

    app.get(
      '/api/plans/:planId/posts',
      {
        config: { verb: 'plan.read' },
        schema: { params: PlanParams, response: { 200: Posts } },
      },
      async (request) => {
        const { planId } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.read', planId)
        return store.readPosts(plan.planId)
      },
    )

    app.put(
      '/api/plans/:planId/posts',
      {
        config: { verb: 'plan.appoint' },
        schema: { params: PlanParams, body: Posts, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { planId } = request.params
        const opened = await openPlanFor(personOf(request), 'plan.appoint', planId)
        assertSections(request.body, opened.plan)
        await finish(await store.setPosts(opened.plan, request.body, by(opened)), opened)
        return reply.code(204).send(null)
      },
    )

    app.get(
      '/api/plans/:planId/rights',
      {
        config: { verb: 'plan.appoint' },
        schema: { params: PlanParams, response: { 200: RightList } },
      },
      async (request) => {
        const { planId } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.appoint', planId)
        return { members: (await store.listMembers(plan, deps.nowMs())).map(showRight) }
      },
    )

    app.put(
      '/api/plans/:planId/rights/:memberId',
      {
        config: { verb: 'plan.appoint' },
        schema: { params: RightParams, body: NewRight, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { planId, memberId } = request.params
        const opened = await openPlanFor(personOf(request), 'plan.appoint', planId)
        const { right } = request.body
        await finish(await store.setRight(opened.plan, memberId, right, by(opened)), opened)
        return reply.code(204).send(null)
      },
    )

    app.put(
      '/api/plans/:planId/state',
      {
        config: { verb: 'plan.settle' },
        schema: { params: PlanParams, body: NewPlanState, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { planId } = request.params
        const opened = await openPlanFor(personOf(request), 'plan.settle', planId)
        await finish(await deps.plans.setState(opened.plan, request.body.state, by(opened)), opened)
        return reply.code(204).send(null)
      },
    )
  }
}

/** @throws Failure 'bad-request' for a section that the plan does not have. */
function assertSections({ sectionOwners }: Posts, { template }: PlanRow): void {
  const sections = findTemplate(template.id, template.version)?.sections ?? []
  for (const { sectionId } of sectionOwners) {
    if (!sections.some(({ id }) => id === sectionId)) {
      throw new Failure('bad-request', `no section ${sectionId}`)
    }
  }
}

function showRight(member: PlanMember): MemberRight {
  const { memberId, name, role, defaultRight, onPlan, hasPost } = member
  const of = { role, defaultRight }
  return {
    memberId,
    name,
    role,
    onPlan,
    usual: planRight(of, { right: null, hasPost }),
    ceiling: ROLE_RIGHTS[role].ceiling,
    right: planRight(of, { right: onPlan, hasPost }),
  }
}
