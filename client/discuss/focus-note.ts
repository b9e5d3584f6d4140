/** The ways of the focus between the text and what is said about it. */
import { bringIntoView, keepInView } from './keep-in-view.ts'

/** It is given up after so many frames. */
const MOST_FRAMES = 120

/** Ends the way to the note that was wished for last, if it has not come yet. */
let endLastWay: () => void = () => undefined

/**
 * Goes to a note, once it stands where it will stand. Does nothing when there comes none, or when
 * another is wished for meanwhile.
 */
export function focusNote(threadId: string): void {
  endLastWay()
  const find = () =>
    document.querySelector<HTMLElement>(`[data-thread-id="${CSS.escape(threadId)}"]`)
  endLastWay = whenStill(find, (note) => {
    note.focus({ preventScroll: true })
    bringIntoView(note)
    keepInView(find)
  })
}

/** Goes to the first thing to fill in of what is being written, once it stands where it will stand. */
export function focusComposer(composer: HTMLElement): () => void {
  return whenStill(
    () => composer,
    () => {
      const parts = composer.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
        'textarea, input:not([type="radio"])',
      )
      const first = [...parts].find((part) => part.closest('[hidden]') === null)
      focusAtEnd(first ?? null)
      bringIntoView(composer)
    },
  )
}

/** Where one goes on writing. */
export function focusAtEnd(box: HTMLTextAreaElement | HTMLInputElement | null): void {
  box?.focus({ preventScroll: true })
  box?.setSelectionRange(box.value.length, box.value.length)
}

/** When it is shown, and in the same place in two frames one after the other. @returns stop. */
function whenStill(find: () => HTMLElement | null, act: (element: HTMLElement) => void) {
  let before: number | null = null
  let handle = 0
  const look = (frame: number) => {
    const element = find()
    const isShown = element !== null && getComputedStyle(element).visibility === 'visible'
    const bottom = isShown ? element.getBoundingClientRect().bottom : null
    if (element && bottom !== null && bottom === before) return act(element)
    before = bottom
    if (frame < MOST_FRAMES) handle = requestAnimationFrame(() => look(frame + 1))
  }
  handle = requestAnimationFrame(() => look(0))
  return () => cancelAnimationFrame(handle)
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
