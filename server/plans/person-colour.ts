/** The colour of a person's caret and circle: one of six tokens, always the same one. */

const COLOURS = [1, 2, 3, 4, 5, 6] as const

export function personColour(memberId: string): (typeof COLOURS)[number] {
  // FNV-1a: short ids spread evenly over few values.
  let hash = 0x811c9dc5
  for (const character of memberId) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  }
  return COLOURS[hash % COLOURS.length] ?? 1
}
