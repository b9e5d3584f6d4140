/** Where in an exported plan something is discussed: a key for its marks, and words for its note. */
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import type { ExportWords } from './export-words.ts'

export const PLAN_KEY = 'plan'
export const sectionKey = (id: string) => `section:${id}`
export const fieldKey = (id: string) => `field:${id}`
export const actionKey = (id: string) => `action:${id}`

export interface DiscussedPlace {
  /** null: it is not in the plan any more. */
  readonly key: string | null
  readonly title: string
}

export function placesOf(
  document: PlanDocument,
  words: ExportWords,
): (place: ThreadPlace) => DiscussedPlace {
  const titles = new Map<string, string>([[PLAN_KEY, words.discussion.wholePlan]])
  for (const { id, number, title, fields, actions } of document.sections) {
    const section = number === null ? title : `${number} ${title}`
    titles.set(sectionKey(id), section)
    for (const field of fields) titles.set(fieldKey(field.id), `${section} · ${field.label}`)
    for (const action of actions) {
      const name = plainText(action.title).trim() || words.untitled
      titles.set(actionKey(action.id), `${action.number} ${name}`)
    }
  }
  return (place) => {
    const key = keyOf(place)
    const title = titles.get(key)
    if (title === undefined) return { key: null, title: words.discussion.goneFromPlan }
    const part = partOf(place, words)
    return { key, title: part === null ? title : `${title} · ${part}` }
  }
}

function keyOf(place: ThreadPlace): string {
  switch (place.kind) {
    case 'plan':
      return PLAN_KEY
    case 'section':
      return sectionKey(place.sectionId)
    case 'field':
      return fieldKey(place.fieldId)
    case 'action':
      return actionKey(place.actionId)
  }
}

function partOf(place: ThreadPlace, words: ExportWords): string | null {
  if (place.kind !== 'action' || place.part === null) return null
  return place.part === 'title' || place.part === 'commitment'
    ? words.discussion[place.part]
    : words[place.part]
}
