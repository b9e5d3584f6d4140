/** What a place means for people: in whose section it is, and whose action. */
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Template } from '../../shared/templates/template.ts'
import type { PlaceFacts } from './who-is-told.ts'

/** @param readPlan asked only for a place on an action: all else the template tells. */
export async function placeFacts(
  place: ThreadPlace,
  template: Template,
  readPlan: () => Promise<{ readonly plan: Plan }>,
): Promise<PlaceFacts> {
  switch (place.kind) {
    case 'plan':
      return { sectionId: null, ownerIds: [] }
    case 'section':
      return { sectionId: place.sectionId, ownerIds: [] }
    case 'field': {
      const section = template.sections.find(({ fieldIds }) => fieldIds.includes(place.fieldId))
      return { sectionId: section?.id ?? null, ownerIds: [] }
    }
    case 'action': {
      const { plan } = await readPlan()
      const all = [...plan.actions, ...plan.deletedActions]
      const action = all.find(({ id }) => id === place.actionId)
      const section = template.sections.find(
        ({ commitment }) => commitment !== null && commitment === action?.commitment,
      )
      const ownerIds = (action?.owners ?? []).flatMap((owner) =>
        owner.kind === 'member' ? [owner.memberId] : [],
      )
      return { sectionId: section?.id ?? null, ownerIds }
    }
  }
}
