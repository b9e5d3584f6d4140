/**
 * Puts a small box at the caret: below it, or above it where there is more room, inside the window.
 */

interface Caret {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

const GAP_PX = 6
const MARGIN_PX = 8

export function placeAtCaret(box: HTMLElement, caret: Caret): void {
  // On a phone the keyboard takes its part of the window.
  const room = visualViewport ?? { height: innerHeight, offsetTop: 0 }
  const below = room.offsetTop + room.height - caret.bottom - GAP_PX - MARGIN_PX
  const above = caret.top - room.offsetTop - GAP_PX - MARGIN_PX
  box.style.maxBlockSize = ''
  const { width, height } = box.getBoundingClientRect()
  const isBelow = height <= below || below >= above
  const shown = Math.min(height, isBelow ? below : above)
  box.style.maxBlockSize = `${shown}px`

  const isRtl = getComputedStyle(box).direction === 'rtl'
  const atCaret = isRtl ? innerWidth - caret.left : caret.left
  const inside = Math.max(MARGIN_PX, Math.min(atCaret, innerWidth - width - MARGIN_PX))
  box.style.insetInlineStart = `${inside}px`
  box.style.insetBlockStart = `${isBelow ? caret.bottom + GAP_PX : caret.top - GAP_PX - shown}px`
}
