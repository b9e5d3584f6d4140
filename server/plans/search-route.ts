/** Searching the plans of a school: GET /api/schools/:schoolId/search. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { may } from '../../shared/access/policy.ts'
import { SchoolParams } from '../../shared/api/common.ts'
import { MOST_HITS, type SearchHit, SearchHits, SearchQuery } from '../../shared/api/search.ts'
import { Failure } from '../../shared/failure.ts'
import type { SchoolId } from '../../shared/ids.ts'
import { FEWEST_LETTERS, foldText } from '../../shared/text/fold-text.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import type { PlanPeopleStore } from './plan-people-store.ts'
import type { FoundPlan, SearchStore } from './search-store.ts'
import { hitsIn } from './searched-plan.ts'

const PLANS_AT_ONCE = 10

export interface SearchDeps {
  readonly search: SearchStore
  readonly people: Pick<PlanPeopleStore, 'listRelationsOf'>
}

export function searchRoute({ search, people }: SearchDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/schools/:schoolId/search',
      {
        config: { verb: 'plan.list' },
        schema: {
          params: SchoolParams,
          querystring: SearchQuery,
          response: { 200: SearchHits },
        },
      },
      async (request, reply) => {
        const person = personOf(request)
        const { schoolId, memberId } = membershipFor(person, 'plan.list', request.params.schoolId)
        const wanted = foldText(request.query.q).trim()
        if (wanted.length < FEWEST_LETTERS) throw new Failure('bad-request', 'too few letters')

        const relations = await people.listRelationsOf(memberId)
        const mayRead = ({ planId, state: planState }: FoundPlan) => {
          const relation = relations.get(planId) ?? {}
          return may(person, 'plan.read', { schoolId, planState, relation })
        }
        const hits: SearchHit[] = []
        for await (const plan of plansWith(search, schoolId, wanted)) {
          if (!mayRead(plan)) continue
          for (const hit of hitsIn(plan, wanted, person.language)) {
            if (hits.push(hit) > MOST_HITS) break
          }
          if (hits.length > MOST_HITS) break
        }
        reply.header('cache-control', 'no-store')
        return { hits: hits.slice(0, MOST_HITS), isCut: hits.length > MOST_HITS }
      },
    )
  }
}

/** Page by page: the texts of two hundred plans are megabytes, and seldom all wanted. */
async function* plansWith(
  search: SearchStore,
  schoolId: SchoolId,
  wanted: string,
): AsyncGenerator<FoundPlan> {
  for (let offset = 0; ; offset += PLANS_AT_ONCE) {
    const plans = await search.findPlans(schoolId, wanted, { offset, limit: PLANS_AT_ONCE })
    yield* plans
    if (plans.length < PLANS_AT_ONCE) return
  }
}
