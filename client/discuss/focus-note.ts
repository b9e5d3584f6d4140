/** The ways of the focus between the text and what is said about it. */

/** Goes to a note, once it stands where it will stand. Does nothing when there is none. */
export function focusNote(threadId: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const note = document.querySelector<HTMLElement>(`[data-thread-id="${CSS.escape(threadId)}"]`)
      note?.focus({ preventScroll: true })
      note?.scrollIntoView({ block: 'nearest' })
    }),
  )
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
