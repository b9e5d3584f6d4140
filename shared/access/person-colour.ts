/**
 * The hue of a person: one of six tokens, the same one wherever nobody is beside
 * them. Where two in a plan would share it, the room gives the later one another
 * (server/sync/hues.ts), and the plan's page draws that on every disc of theirs.
 */

export const PERSON_COLOURS = [1, 2, 3, 4, 5, 6] as const

export type PersonColour = (typeof PERSON_COLOURS)[number]

/** @param key a member's id; for someone who is only a name, the name. */
export function personColour(key: string): PersonColour {
  // FNV-1a: short ids spread evenly over few values.
  let hash = 0x811c9dc5
  for (const character of key) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  }
  return PERSON_COLOURS[hash % PERSON_COLOURS.length] ?? 1
}
