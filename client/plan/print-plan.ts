/**
 * Prints a plan as the HTML export lays it out, in a frame that nobody sees.
 * When the export does not come, the page itself is printed.
 */

/** @param address of the export, shown inline. */
export function printPlan(address: string): void {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;inline-size:0;block-size:0;border:0'
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.addEventListener('load', () => {
    const shown = frame.contentWindow
    // A refusal is JSON, and a page that did not come is somebody else's document.
    if (!shown || frame.contentDocument?.querySelector('main') == null) {
      frame.remove()
      print()
      return
    }
    shown.addEventListener('afterprint', () => frame.remove())
    shown.print()
  })
  frame.src = address
  document.body.append(frame)
}
