/**
 * A page that holds something unsaved is asked before it is left: by a link of ours, by the
 * browser's back and forward, or by closing the window, of which the browser asks itself.
 *
 * One page is shown at a time, so there is one keeper. An address within the page is no leaving.
 */
import type { AroundNavHandler } from 'wouter'

/** Asks whoever is here; `leave` goes where they were on the way to. */
type Ask = (leave: () => void) => void

/** Who is asked, and which page they keep. */
let keeper: { readonly ask: Ask; readonly href: string; readonly path: string } | null = null

/** For the router: the way of every link of ours. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const leave = () => navigate(to, options)
  const isElsewhere = new URL(to, location.href).pathname !== location.pathname
  if (keeper && isElsewhere) keeper.ask(leave)
  else leave()
}

/**
 * From now on back and forward are heard here first. To be called before the router listens: a
 * window's listeners are told in their order, and it would take the page away.
 */
export function hearBackFirst(): void {
  addEventListener('popstate', (event) => {
    if (!keeper || location.pathname === keeper.path) return
    event.stopImmediatePropagation()
    // Where one is once more: the address that was gone to is the one before it now.
    history.pushState(null, '', keeper.href)
    keeper.ask(() => history.back())
  })
}

/** From now on it is asked, until what is returned is called. */
export function keepHere(ask: Ask): () => void {
  const own = { ask, href: location.href, path: location.pathname }
  keeper = own
  addEventListener('beforeunload', askByBrowser)
  return () => {
    if (keeper !== own) return
    keeper = null
    removeEventListener('beforeunload', askByBrowser)
  }
}

/** From now on nothing is asked: whoever is here has said that it may go. */
export function letGo(): void {
  keeper = null
  removeEventListener('beforeunload', askByBrowser)
}

function askByBrowser(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
