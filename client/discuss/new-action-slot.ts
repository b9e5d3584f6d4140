/** The slot at the end of the actions of a section, where one more can be suggested. */
import { placeName } from './place-name.ts'
import type { MapPlaces } from './place-titles.ts'

const NEW_ACTION = 'new-action:'

/** null: the section has no actions. */
export function newActionSlotOf(places: MapPlaces, sectionName: string): string | null {
  const section = places.find(
    ({ id }) => placeName({ kind: 'section', sectionId: id }) === sectionName,
  )
  return section?.commitment ? NEW_ACTION + section.commitment : null
}

/** The commitment whose slot this is; null: it is another slot. */
export function commitmentOfSlot(slotName: string): string | null {
  return slotName.startsWith(NEW_ACTION) ? slotName.slice(NEW_ACTION.length) : null
}
