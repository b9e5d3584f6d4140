/**
 * Where the focus goes when what had it is gone: a row that was removed, a menu that
 * moved. To the page's content, so that the next key does not begin at the top.
 */

/**
 * After the page has been drawn anew. Does nothing as long as something has the focus.
 *
 * @param place what takes it, or its selector, if not all of the content.
 */
export function keepFocus(place: string | Element = '#main'): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const taker = typeof place === 'string' ? document.querySelector(place) : place
      if (taker instanceof HTMLElement) taker.focus()
    })
  })
}
