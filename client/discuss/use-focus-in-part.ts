/**
 * Keeps the keyboard focus in a part of a note: in the first field of a form that opens, and when
 * the form ends on the button that opened it. Where that button is gone by then, on the note itself.
 */
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

interface PartFocus {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** A menu that closes still moves the focus in so many frames. */
const MENU_FRAMES = 30
/** So long it has stayed in the form, nothing takes it any more. */
const STILL_FRAMES = 6

/** @param form which one is open, as `data-opens` of its buttons names it; null: none. */
export function useFocusInPart(form: string | null): PartFocus {
  const ref = useRef<HTMLDivElement>(null)
  const hasFocus = useRef(false)
  const before = useRef<string | null>(null)

  useLayoutEffect(() => {
    const part = ref.current
    const ended = form === null ? before.current : null
    before.current = form
    // What had it was taken off the page; who has gone on meanwhile is left in peace.
    if (!part || !isNowhere() || !(hasFocus.current || ended)) return
    if (form !== null) return
    const opens = `[data-opens~="${ended ?? ''}"]`
    const opener = ended === null ? null : part.querySelector<HTMLElement>(opens)
    const target = opener ?? part.closest<HTMLElement>('[data-thread-id]')
    target?.focus({ preventScroll: true })
  })
  useEffect(() => (form === null ? undefined : focusFirst(() => ref.current)), [form])

  return {
    ref,
    onFocus: () => (hasFocus.current = true),
    onBlur: ({ currentTarget, relatedTarget }) => {
      hasFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
    },
  }
}

/** @returns stop. */
function focusFirst(part: () => HTMLElement | null): () => void {
  let handle = 0
  let still = 0
  const look = (frame: number) => {
    const field = part()?.querySelector<HTMLElement>('textarea, button')
    const isIn = part()?.contains(document.activeElement) === true
    still = isIn ? still + 1 : 0
    if (!isIn && isFree()) field?.focus({ preventScroll: true })
    if (frame < MENU_FRAMES && still < STILL_FRAMES) {
      handle = requestAnimationFrame(() => look(frame + 1))
    }
  }
  handle = requestAnimationFrame(() => look(0))
  return () => cancelAnimationFrame(handle)
}

/** Is the menu that the form was chosen in gone? */
function isFree(): boolean {
  return document.querySelector('[role="menu"]') === null
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
