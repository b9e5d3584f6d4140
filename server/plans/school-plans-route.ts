/** The plans of a school: GET /api/schools/:schoolId/plans lists them, POST makes one. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { may } from '../../shared/access/policy.ts'
import { SchoolParams } from '../../shared/api/common.ts'
import { NewPlan, NewPlanDone, PlanList } from '../../shared/api/plans.ts'
import { type CalendarDate, parseCalendarDate } from '../../shared/calendar-date.ts'
import { Failure } from '../../shared/failure.ts'
import { NO_CONTENT } from '../../shared/plan/plan-content.ts'
import type { PlanSeed } from '../../shared/plan/seed-plan.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import { schoolToday } from '../people/school-day.ts'
import { typedLine } from '../people/typed-line.ts'
import type { CreatePlan } from './create-plan.ts'
import type { PlanPeopleStore } from './plan-people-store.ts'
import type { ListedPlan, PlanStore } from './plan-store.ts'
import { showListedPlan } from './plan-summary.ts'

export interface SchoolPlansDeps {
  readonly store: Pick<PlanStore, 'listPlans'>
  readonly people: Pick<PlanPeopleStore, 'listRelationsOf'>
  readonly createPlan: CreatePlan
  readonly nowMs: () => number
}

export function schoolPlansRoute(deps: SchoolPlansDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/schools/:schoolId/plans',
      {
        config: { verb: 'plan.list' },
        schema: { params: SchoolParams, response: { 200: PlanList } },
      },
      async (request) => {
        const person = personOf(request)
        const membership = membershipFor(person, 'plan.list', request.params.schoolId)
        const { school, schoolId, memberId } = membership
        const [plans, relations] = await Promise.all([
          deps.store.listPlans(schoolId),
          deps.people.listRelationsOf(memberId),
        ])
        const today = schoolToday(school, deps.nowMs())
        const mayRead = ({ planId, state: planState }: ListedPlan) => {
          const relation = relations.get(planId) ?? {}
          return may(person, 'plan.read', { schoolId, planState, relation })
        }
        return { plans: plans.filter(mayRead).map((plan) => showListedPlan(plan, today)) }
      },
    )

    app.post(
      '/api/schools/:schoolId/plans',
      {
        config: { verb: 'plan.create' },
        schema: { params: SchoolParams, body: NewPlan, response: { 201: NewPlanDone } },
      },
      async (request, reply) => {
        const person = personOf(request)
        const { schoolId } = membershipFor(person, 'plan.create', request.params.schoolId)
        const seed = seedOf(request.body)
        const planId = await deps.createPlan({ schoolId, userId: person.userId, seed })
        return reply.code(201).send({ planId })
      },
    )
  }
}

function seedOf({ title, language, periodStart, periodEnd }: NewPlan): PlanSeed {
  const start = periodDay(periodStart)
  const end = periodDay(periodEnd)
  if (start !== null && end !== null && start > end) {
    throw new Failure('bad-request', `a period that ends before it starts: ${start}, ${end}`)
  }
  return {
    title: typedLine(title, 'title'),
    language,
    periodStart: start,
    periodEnd: end,
    content: NO_CONTENT,
  }
}

/** The contract lets every date of the calendar pass, a plan those of three centuries. */
function periodDay(text: CalendarDate | null): CalendarDate | null {
  if (text === null) return null
  const date = parseCalendarDate(text)
  if (!date) throw new Failure('bad-request', `not a day for a plan: ${text}`)
  return date
}
