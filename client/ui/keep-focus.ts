/**
 * Where the focus goes when what had it is gone: a row that was removed, a menu that
 * moved. To the page's content, so that the next key does not begin at the top.
 */

/** After the page has been drawn anew. Does nothing as long as something has the focus. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('main')?.focus()
    })
  })
}
