/**
 * A plan with its template's words and its people's names: what the API answers and exporters read.
 */
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { planDocument } from '../../shared/plan/plan-document.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { schoolToday } from '../people/school-day.ts'
import type { SchoolStore } from '../people/school-store.ts'
import type { OpenedPlan } from './plan-access.ts'
import type { PlanRooms } from './plan-rooms.ts'

export interface PlanDocumentDeps {
  readonly rooms: Pick<PlanRooms, 'readPlan'>
  readonly schools: Pick<SchoolStore, 'listMembers'>
  readonly nowMs: () => number
}

/** @param language of the template's words; null: the one the plan is written in. */
export type ReadPlanDocument = (
  opened: OpenedPlan,
  language: Language | null,
) => Promise<PlanDocument>

export function createPlanDocuments(deps: PlanDocumentDeps): ReadPlanDocument {
  return async ({ plan: { planId }, membership: { school } }, language) => {
    const [{ plan, contentHash, seq }, members] = await Promise.all([
      deps.rooms.readPlan(planId),
      deps.schools.listMembers(school.schoolId, deps.nowMs()),
    ])
    const template = findTemplate(plan.template.id, plan.template.version)
    if (!template) throw new Failure('server-error', `${planId} has an unknown template`)

    const names = new Map<string, string>(members.map(({ memberId, name }) => [memberId, name]))
    return planDocument(plan, template, {
      planId,
      seq,
      contentHash,
      language: language ?? plan.language,
      school: school.name,
      today: schoolToday(school, deps.nowMs()),
      memberName: (memberId) => names.get(memberId) ?? null,
    })
  }
}
