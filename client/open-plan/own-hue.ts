/**
 * The hue that the room gives me, as my own presence bears it since the room has said it
 * (hear-own-hue.ts). Without connection it is the last one.
 */
import type { Awareness } from 'y-protocols/awareness'
import { PERSON_COLOURS, type PersonColour } from '../../shared/access/person-colour.ts'

/** A state of presence: as much of it as is looked at, if anything of it is true. */
export type AnyState = {
  readonly user?: { readonly userId?: unknown; readonly colour?: unknown }
} | null

/** null before the room has said. */
export function ownHue(awareness: Awareness): PersonColour | null {
  return hueIn(awareness.getLocalState())
}

/** null when there is none that we know. */
export function hueIn(state: AnyState): PersonColour | null {
  return PERSON_COLOURS.find((colour) => colour === state?.user?.colour) ?? null
}
