/** Goes to a place on the plan page: into view, and the focus with it. */

/** What a place is drawn for within; then it is given up. */
const DRAWN_WITHIN_MS = 3000

/** A section: its heading takes the focus, as after a link in a page. */
export function goToSection(sectionId: string): void {
  const head = document.getElementById(`${sectionId}-head`)
  if (!head) return
  head.tabIndex = -1
  head.focus({ preventScroll: true })
  document.getElementById(sectionId)?.scrollIntoView({ block: 'start' })
}

/** A field: the caret at the end of its text, or on its label for those who read. */
export function goToField(fieldId: string): void {
  const field = document.getElementById(fieldId)
  const box = field?.querySelector<HTMLElement>('[role="textbox"]')
  const label = document.getElementById(`${fieldId}-label`)
  if (!box && label) label.tabIndex = -1
  field?.scrollIntoView({ block: 'center' })
  ;(box ?? label)?.focus({ preventScroll: true })
}

/** Presses a button of the page, which keeps the focus as if it had been pressed by hand. */
export function pressButton(button: HTMLElement | null | undefined): void {
  if (!button) return
  button.scrollIntoView({ block: 'nearest' })
  button.focus({ preventScroll: true })
  button.click()
}

/** Once it is on the page: at once, or when a part that is still loading is drawn. */
export function whenDrawn(selector: string, act: (element: HTMLElement) => void): void {
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector)
    if (element) {
      observer.disconnect()
      clearTimeout(timer)
      act(element)
    }
    return element !== null
  }
  const observer = new MutationObserver(look)
  const timer = setTimeout(() => observer.disconnect(), DRAWN_WITHIN_MS)
  if (!look()) observer.observe(document.body, { childList: true, subtree: true })
}
