/**
 * How far a field has been written: empty, begun or written. Shown in the wheel,
 * the outline and the list of plans, which count for themselves.
 */
import { plainText } from '../text/plain-text.ts'
import type { RichText } from '../text/rich-text.ts'

export const FIELD_STATES = ['empty', 'begun', 'written'] as const
export type FieldState = (typeof FIELD_STATES)[number]

/** Below this many characters a field counts as begun: about two sentences. */
const WRITTEN_FROM_CHARACTERS = 140

/** A rule of thumb that people can see through; it judges length, never quality. */
export function fieldState(text: RichText): FieldState {
  const { length } = plainText(text).trim()
  if (length === 0) return 'empty'
  return length < WRITTEN_FROM_CHARACTERS ? 'begun' : 'written'
}
