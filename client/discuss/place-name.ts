/**
 * Places of threads by name: what `data-comments-at` says of a slot on the page, and the id of
 * the text that a place is in.
 */
import type { ActionId } from '../../shared/ids.ts'
import {
  ACTION_PARTS,
  type ActionPart,
  textOf,
  type ThreadPlace,
} from '../../shared/discuss/thread-place.ts'
import type { FieldId } from '../../shared/templates/template.ts'
import { actionTextId } from '../open-plan/place-of.ts'

/** 'plan', 'section:leadership', 'field:leadership.today', 'action:<id>', 'action:<id>:due'. */
export function placeName(place: ThreadPlace): string {
  switch (place.kind) {
    case 'plan':
      return 'plan'
    case 'section':
      return `section:${place.sectionId}`
    case 'field':
      return `field:${place.fieldId}`
    case 'action':
      return place.part === null
        ? `action:${place.actionId}`
        : `action:${place.actionId}:${place.part}`
  }
}

/** null when it is no name of a place. */
export function placeOfName(name: string): ThreadPlace | null {
  const [kind, id = '', part = null] = name.split(':')
  switch (kind) {
    case 'plan':
      return { kind }
    case 'section':
      return { kind, sectionId: id }
    case 'field':
      return { kind, fieldId: id as FieldId, anchor: null }
    case 'action':
      return { kind, actionId: id as ActionId, part: partOf(part), anchor: null }
    default:
      return null
  }
}

/** Of a text as `data-text-id` names it: 'leadership.today' or '<actionId>.goal'. */
export function placeOfText(textId: string, isAction: (id: string) => boolean): ThreadPlace {
  const [owner = '', name = ''] = textId.split('.')
  return isAction(owner)
    ? { kind: 'action', actionId: owner as ActionId, part: partOf(name), anchor: null }
    : { kind: 'field', fieldId: textId as FieldId, anchor: null }
}

/** null: the place is in no text. */
export function textIdOf(place: ThreadPlace): string | null {
  const text = textOf(place)
  if (text === null) return null
  return 'fieldId' in text ? text.fieldId : actionTextId(text.actionId, text.text)
}

function partOf(name: string | null): ActionPart | null {
  return ACTION_PARTS.find((part) => part === name) ?? null
}
