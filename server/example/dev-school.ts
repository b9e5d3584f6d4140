/**
 * The example school that `npm run dev` works on: made once and kept, with a
 * fresh sign-in link for each person at every start.
 */
import type { SchoolId } from '../../shared/ids.ts'
import type { SchoolStore } from '../people/school-store.ts'
import type { PlanStore } from '../plans/plan-store.ts'
import { EXAMPLE_MS } from './demo-route.ts'
import {
  createExampleSchool,
  type ExampleDeps,
  type ExamplePerson,
  linkPeople,
} from './example-school.ts'

/** Long enough to be kept, and still an example, not a school. */
const DEV_SCHOOL_MS = 365 * EXAMPLE_MS
const MAX_ALIVE = 1000

export interface DevSchoolDeps extends Omit<ExampleDeps, 'plans' | 'schools'> {
  readonly schools: ExampleDeps['schools'] & Pick<SchoolStore, 'findExampleSchool' | 'listMembers'>
  readonly plans: ExampleDeps['plans'] & Pick<PlanStore, 'listPlans'>
}

/** The people of the kept example school, each with a link that signs them in. */
export async function openDevSchool(deps: DevSchoolDeps): Promise<readonly ExamplePerson[]> {
  const kept = await deps.schools.findExampleSchool(deps.nowMs() + 2 * EXAMPLE_MS)
  if (kept) return linkKeptSchool(deps, kept)

  const expiresAtMs = deps.nowMs() + DEV_SCHOOL_MS
  const example = await createExampleSchool(deps, { expiresAtMs, maxAlive: MAX_ALIVE, plans: 1 })
  return example?.people ?? []
}

async function linkKeptSchool(
  deps: DevSchoolDeps,
  schoolId: SchoolId,
): Promise<readonly ExamplePerson[]> {
  const [members, plans] = await Promise.all([
    deps.schools.listMembers(schoolId, deps.nowMs()),
    deps.plans.listPlans(schoolId),
  ])
  const path = plans[0] ? `/plans/${plans[0].planId}` : '/'
  return linkPeople(deps, members, { path, expiresAtMs: deps.nowMs() + 2 * EXAMPLE_MS })
}
