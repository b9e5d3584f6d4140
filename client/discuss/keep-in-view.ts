/**
 * Brings something into the window and holds it there while the page round it still grows: an
 * action that opens, a sheet that fills. Ends as soon as the person does anything.
 */

/** What opens a plan at a place has grown by then. */
const MOST_MS = 2_000
const DOINGS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Into the middle of the window, or of what it scrolls in; not when all of it is in view. */
export function bringIntoView(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect()
  const room = roomRound(element)
  if (top >= room.top && bottom <= room.bottom) return
  const isFitting = bottom - top <= room.bottom - room.top
  element.scrollIntoView({ block: isFitting ? 'center' : 'start' })
}

/** Looks again whenever it was moved, by what is drawn and not by scrolling. */
export function keepInView(find: () => HTMLElement | null): void {
  const begin = performance.now()
  let before: string | null = null
  let handle = 0
  const stop = () => {
    cancelAnimationFrame(handle)
    for (const doing of DOINGS) removeEventListener(doing, stop, true)
  }
  const look = (now: number) => {
    if (now - begin > MOST_MS) return stop()
    const element = find()
    const place = element && placeOf(element)
    if (element && place !== before && before !== null) bringIntoView(element)
    before = place
    handle = requestAnimationFrame(look)
  }
  for (const doing of DOINGS) addEventListener(doing, stop, { capture: true, passive: true })
  handle = requestAnimationFrame(look)
}

/** Where it stands, however far it is scrolled. */
function placeOf(element: HTMLElement): string {
  const page = document.scrollingElement
  let scrolled = scrollY
  for (let round = element.parentElement; round && round !== page; round = round.parentElement) {
    scrolled += round.scrollTop
  }
  const { top, bottom } = element.getBoundingClientRect()
  return `${Math.round(top + scrolled)} ${Math.round(bottom + scrolled)}`
}

/** What of the window it can be seen in: without what stands fast at its edges. */
function roomRound(element: HTMLElement): { readonly top: number; readonly bottom: number } {
  const notes = element.closest<HTMLElement>('[data-discuss]')
  if (notes && getComputedStyle(notes).overflowY === 'auto') return notes.getBoundingClientRect()
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  const { scrollMarginTop } = getComputedStyle(element)
  return {
    top: pixels(scrollPaddingTop) + pixels(scrollMarginTop),
    bottom: innerHeight - pixels(scrollPaddingBottom),
  }
}

function pixels(length: string): number {
  return Number.parseFloat(length) || 0
}
