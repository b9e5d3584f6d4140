/**
 * One plan: GET /api/plans/:planId/entry (what the plan page needs to open it),
 * GET /api/plans/:planId (the whole plan as typed JSON), and POST
 * /api/plans/:planId/ticket (the way to the socket for programs without cookies).
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { may, type Verb } from '../../shared/access/policy.ts'
import { LanguageTag, PlanParams } from '../../shared/api/common.ts'
import { PlanDocument } from '../../shared/api/plan-document.ts'
import { type DiscusserCard, type MemberCard, PlanEntry, Ticket } from '../../shared/api/plans.ts'
import type { Member, SchoolStore } from '../people/school-store.ts'
import { personOf, signedInOf } from '../people/route-guard.ts'
import { schoolToday } from '../people/school-day.ts'
import { createTellEnded, type EndedAccessDeps } from './ended-access.ts'
import { type OpenPlanFor, policyObject } from './plan-access.ts'
import type { ReadPlanDocument } from './plan-documents.ts'
import type { PlanMember, PlanPeopleStore } from './plan-people-store.ts'
import type { PlanRow, PlanStore } from './plan-store.ts'
import type { Tickets } from './tickets.ts'

export interface PlanRouteDeps {
  readonly plans: Pick<PlanStore, 'findSummary' | 'findPlan'>
  readonly people: EndedAccessDeps['people']
  readonly schools: Pick<SchoolStore, 'listMembers'>
  readonly planPeople: Pick<PlanPeopleStore, 'listMembers'>
  readonly openPlanFor: OpenPlanFor
  readonly readPlanDocument: ReadPlanDocument
  readonly tickets: Tickets
  readonly nowMs: () => number
}

export function planRoute(deps: PlanRouteDeps): FastifyPluginAsyncTypebox {
  const tellEnded = createTellEnded(deps)
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/plans/:planId/entry',
      {
        config: { verb: 'plan.read' },
        schema: { params: PlanParams, response: { 200: PlanEntry } },
      },
      async (request): Promise<PlanEntry> => {
        const { person, isPublicComputer } = signedInOf(request)
        const { planId } = request.params
        const opened = await deps
          .openPlanFor(person, 'plan.read', planId)
          .catch(async (refusal: unknown) => {
            throw await tellEnded(refusal, person, planId)
          })
        const { plan, membership } = opened
        const { school, memberId, name, role } = membership
        const mayHere = (verb: Verb) => may(person, verb, policyObject(opened))
        const mayReadThreads = mayHere('plan.read-threads')
        const [summary, members, active] = await Promise.all([
          deps.plans.findSummary(plan.planId),
          deps.schools.listMembers(school.schoolId, deps.nowMs()),
          mayReadThreads ? deps.planPeople.listMembers(plan, deps.nowMs()) : [],
        ])
        return {
          planId: plan.planId,
          title: summary?.title ?? '',
          state: plan.state,
          epoch: plan.epoch,
          restoredEpoch: plan.restoredEpoch,
          template: plan.template,
          school: {
            schoolId: school.schoolId,
            name: school.name,
            today: schoolToday(school, deps.nowMs()),
          },
          me: {
            userId: person.userId,
            memberId,
            name,
            role,
            isPublicComputer,
            mayWrite: mayHere('plan.write'),
            mayExport: mayHere('plan.export'),
            mayShare: mayHere('plan.share'),
            mayInvite: mayHere('school.invite'),
            mayReadThreads,
            mayDiscuss: mayHere('plan.discuss'),
            maySuggest: mayHere('plan.suggest'),
            mayDecide: mayHere('plan.decide'),
            mayReadHistory: mayHere('plan.read-history'),
            mayOpenToPupils: mayHere('plan.open-to-pupils'),
            mayAppoint: mayHere('plan.appoint'),
            maySettle: mayHere('plan.settle'),
            posts: [...(opened.relation.posts ?? [])],
          },
          members: members.filter(canOwnActions).map(memberCard),
          discussers: active.filter((member) => discusses(plan, member)).map(discusserCard),
        }
      },
    )

    app.get(
      '/api/plans/:planId',
      {
        config: { verb: 'plan.read' },
        schema: {
          params: PlanParams,
          querystring: Type.Object({ lang: Type.Optional(LanguageTag) }),
          response: { 200: PlanDocument },
        },
      },
      async (request) => {
        const { planId } = request.params
        const opened = await deps.openPlanFor(personOf(request), 'plan.read', planId)
        return deps.readPlanDocument(opened, request.query.lang ?? null)
      },
    )

    app.post(
      '/api/plans/:planId/ticket',
      {
        config: { verb: 'plan.read' },
        schema: { params: PlanParams, response: { 200: Ticket } },
      },
      async (request) => {
        const { person, sessionHash } = signedInOf(request)
        const { plan } = await deps.openPlanFor(person, 'plan.read', request.params.planId)
        const { userId } = person
        return deps.tickets.issue({ userId, sessionHash, planId: plan.planId })
      },
    )
  }
}

/** Guests only look in, and a pupil is never put down as the one who answers for an action. */
function canOwnActions({ role }: Member): boolean {
  return role !== 'guest' && role !== 'pupil'
}

/** Do they read what is said about the plan? A post opens no more than the text. */
function discusses({ schoolId, state }: PlanRow, member: PlanMember): boolean {
  const { role, defaultRight, onPlan: right } = member
  const what = { schoolId, planState: state, relation: { right } }
  return may({ memberships: [{ schoolId, role, defaultRight }] }, 'plan.read-threads', what)
}

function discusserCard({ memberId, name, role }: PlanMember): DiscusserCard {
  return { memberId, name, role }
}

function memberCard({ memberId, name, role, isHere }: Member): MemberCard {
  return { memberId, name, role, isHere }
}
