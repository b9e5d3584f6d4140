/** The way from a text to its toolbar and back by keyboard (Alt-F10). */

/** Goes to the toolbar of a text, or to the docked one. @returns whether one is shown. */
export function focusToolbar(text: HTMLElement | null): boolean {
  const attached = text?.querySelector<HTMLElement>(TOOLBAR)
  const docked = document.querySelectorAll<HTMLElement>(TOOLBAR)
  const toolbar = [attached, ...docked].find((each) => each && isShown(each))
  const button = toolbar?.querySelector<HTMLElement>('[tabindex="0"]')
  button?.focus()
  return button !== undefined && button !== null
}

const TOOLBAR = '[role="toolbar"][data-text-tools]'

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
