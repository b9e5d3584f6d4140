/**
 * Tells a click on a text from a drag that selects it, and from a click on a link.
 *
 * Where the pointer went down is compared with where it came up: whether the
 * selection is collapsed says nothing, for a click leaves an old one standing.
 */
import { type MouseEvent, type PointerEvent, useRef } from 'react'

/** A hand that does not mean to drag moves less than this, in CSS pixels. */
const STILL_PX = 4
/** After a long press none comes. */
const CLICK_COMES_WITHIN_MS = 500

interface PointerClick {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: () => void
  readonly onClick: (event: MouseEvent) => void
  /** Does a focus that comes now come from the pointer? Then the click says where. */
  readonly isPointing: () => boolean
}

export function usePointerClick(onClick: (left: number, top: number) => void): PointerClick {
  const down = useRef<{ readonly left: number; readonly top: number } | null>(null)
  const isPointing = useRef(false)
  const end = () => {
    isPointing.current = false
  }
  return {
    onPointerDown({ clientX, clientY }) {
      down.current = { left: clientX, top: clientY }
      isPointing.current = true
    },
    // A finger is up before the focus comes, and the click comes last; a mouse that dragged may not click.
    onPointerUp({ pointerType }) {
      if (pointerType === 'mouse') end()
      else setTimeout(end, CLICK_COMES_WITHIN_MS)
    },
    onPointerCancel: end,
    onClick(event) {
      end()
      const from = down.current
      if (event.button !== 0 || event.defaultPrevented || isOnLink(event.target)) return
      const isStill =
        from === null || Math.hypot(event.clientX - from.left, event.clientY - from.top) < STILL_PX
      if (isStill) onClick(event.clientX, event.clientY)
    },
    isPointing: () => isPointing.current,
  }
}

function isOnLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a[href]') !== null
}
