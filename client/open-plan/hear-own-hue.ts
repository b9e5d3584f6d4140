/**
 * The room tells everyone of everyone, me too; awareness itself passes over what it hears of
 * its own state, so the hue is put into that: once, and again when the room gives me another.
 */
import { type Awareness, modifyAwarenessUpdate } from 'y-protocols/awareness'
import { type AnyState, hueIn, ownHue } from './own-hue.ts'

/** @param update what the room tells of who is here. */
export function hearOwnHue(awareness: Awareness, update: Uint8Array, userId: string): void {
  modifyAwarenessUpdate(update, (state: AnyState) => {
    const colour = state?.user?.userId === userId ? hueIn(state) : null
    if (colour !== null && colour !== ownHue(awareness)) {
      awareness.setLocalStateField('user', { ...awareness.getLocalState()?.['user'], colour })
    }
    return state
  })
}
