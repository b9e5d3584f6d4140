/** The way from a text to its toolbar and back by keyboard: Alt-F10, and Escape. */
import type { KeyboardEvent } from 'react'

/** Goes to the toolbar of a text, or to the docked one. @returns whether one is shown. */
export function focusToolbar(text: HTMLElement | null): boolean {
  const attached = text?.querySelector<HTMLElement>(TOOLBAR)
  const docked = document.querySelectorAll<HTMLElement>(TOOLBAR)
  const toolbar = [attached, ...docked].find((each) => each && isShown(each))
  const button = toolbar?.querySelector<HTMLElement>('[tabindex="0"]')
  button?.focus()
  return button !== undefined && button !== null
}

/**
 * Escape in a toolbar, not in what one of its tools has opened: back to the text, and no farther.
 *
 * @param goBack to where the caret was.
 */
export function leaveToolbar(event: KeyboardEvent<HTMLElement>, goBack: () => void): void {
  const { target, currentTarget } = event
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (!(target instanceof Element) || !currentTarget.contains(target)) return
  if (!target.closest(TOOLBAR)) return
  event.preventDefault()
  event.stopPropagation()
  goBack()
}

const TOOLBAR = '[role="toolbar"][data-text-tools]'

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
