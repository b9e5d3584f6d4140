/**
 * Where the notes of the margin stand: each beside its place, none over another. Pure.
 *
 * Who comes later in the text gives way downwards; only the chosen note stands at its line
 * whatever stands before it, and those before it give way upwards, as far as there is room.
 */

export interface PlacedNote {
  readonly id: string
  /** Where its place is, in CSS pixels from the margin's top. */
  readonly top: number
  readonly height: number
}

export interface NoteLayout {
  /** Of each note, its top. */
  readonly tops: ReadonlyMap<string, number>
  /** Where the last one ends. */
  readonly end: number
}

/** Between two notes. */
export const NOTE_GAP = 12

/**
 * @param notes in the order of the text.
 * @param from above this none stands.
 */
export function layOutNotes(
  notes: readonly PlacedNote[],
  chosenId: string | null,
  from = 0,
): NoteLayout {
  const tops = pushedDown(notes, from)
  const chosen = notes.findIndex(({ id }) => id === chosenId)
  const wanted = notes[chosen]
  if (wanted && (tops[chosen] ?? 0) > wanted.top) {
    let below = Math.max(wanted.top, from)
    tops[chosen] = below
    for (let at = chosen - 1; at >= 0; at--) {
      const room = below - NOTE_GAP - (notes[at]?.height ?? 0)
      tops[at] = Math.min(tops[at] ?? 0, room)
      below = tops[at] ?? 0
    }
    // At the top there is no more room: then the chosen one is as near as it can be.
    let least = from
    for (const [at, note] of notes.entries()) {
      const desired = at <= chosen ? (tops[at] ?? 0) : note.top
      tops[at] = Math.max(desired, least)
      least = (tops[at] ?? 0) + note.height + NOTE_GAP
    }
  }
  const last = notes.at(-1)
  return {
    tops: new Map(notes.map(({ id }, at) => [id, tops[at] ?? 0])),
    end: last ? (tops.at(-1) ?? 0) + last.height : 0,
  }
}

function pushedDown(notes: readonly PlacedNote[], from: number): number[] {
  let least = from
  return notes.map(({ top, height }) => {
    const at = Math.max(top, least)
    least = at + height + NOTE_GAP
    return at
  })
}
