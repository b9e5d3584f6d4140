/**
 * Where in a plan a thread hangs: on the plan, a section, a field, an action, or a fact of an
 * action; and in a text, with an anchor, on words.
 *
 * Rows behind HTTP, never a part of the plan's document: whoever may discuss and not write
 * needs no way to write. Places are kept as they were made; what they name may be gone.
 */
import type { ActionId } from '../ids.ts'
import { ACTION_TEXTS, type ActionTextName } from '../plan/plan.ts'
import type { FieldId } from '../templates/template.ts'
import type { Anchor } from './anchor.ts'

/** What of an action is not a text. */
export const ACTION_FACTS = ['commitment', 'owners', 'start', 'due', 'status'] as const
export type ActionFact = (typeof ACTION_FACTS)[number]

export const ACTION_PARTS = [...ACTION_TEXTS, ...ACTION_FACTS] as const
/** A text of an action, or a fact. */
export type ActionPart = (typeof ACTION_PARTS)[number]

/** One text of the plan. */
export type TextName =
  | { readonly fieldId: FieldId }
  | { readonly actionId: ActionId; readonly text: ActionTextName }

export type ThreadPlace =
  | { readonly kind: 'plan' }
  | { readonly kind: 'section'; readonly sectionId: string }
  /** anchor null: on the field as a whole. */
  | { readonly kind: 'field'; readonly fieldId: FieldId; readonly anchor: Anchor | null }
  /** part null: on the action as a whole. An anchor only where the part is a text. */
  | {
      readonly kind: 'action'
      readonly actionId: ActionId
      readonly part: ActionPart | null
      readonly anchor: Anchor | null
    }

export function isActionText(part: ActionPart | null): part is ActionTextName {
  return ACTION_TEXTS.some((text) => text === part)
}

/** The text that a place is in; null for a place that is on no text. */
export function textOf(place: ThreadPlace): TextName | null {
  if (place.kind === 'field') return { fieldId: place.fieldId }
  if (place.kind !== 'action' || !isActionText(place.part)) return null
  return { actionId: place.actionId, text: place.part }
}

/** The words that a place is on; null: on none. */
export function anchorOf(place: ThreadPlace): Anchor | null {
  return place.kind === 'field' || place.kind === 'action' ? place.anchor : null
}
