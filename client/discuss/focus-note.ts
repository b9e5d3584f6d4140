/** The ways of the focus between the text and what is said about it. */

/** It is given up after so many frames. */
const MOST_FRAMES = 120

/** Goes to a note, once it stands where it will stand. Does nothing when there comes none. */
export function focusNote(threadId: string): void {
  let before: number | null = null
  const look = (frame: number) => {
    const note = document.querySelector<HTMLElement>(`[data-thread-id="${CSS.escape(threadId)}"]`)
    const isShown = note !== null && getComputedStyle(note).visibility === 'visible'
    const bottom = isShown ? note.getBoundingClientRect().bottom : null
    if (note && bottom !== null && bottom === before) {
      note.focus({ preventScroll: true })
      note.scrollIntoView({ block: 'nearest' })
    } else if (frame < MOST_FRAMES) {
      before = bottom
      requestAnimationFrame(() => look(frame + 1))
    }
  }
  requestAnimationFrame(() => look(0))
}

/** Is the focus among the notes? */
export function isInNotes(): boolean {
  return document.activeElement?.closest('[data-discuss]') != null
}

/** The first note that is in the window, or below it; the last one when all are above. */
export function noteInView(): string | null {
  const notes = [...document.querySelectorAll<HTMLElement>('[data-discuss] [data-thread-id]')]
  const note = notes.find((one) => one.getBoundingClientRect().bottom > 0) ?? notes.at(-1)
  return note?.dataset['threadId'] ?? null
}
