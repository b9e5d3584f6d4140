/**
 * A page that holds something unsaved is asked before it is left: by a link of ours, by the
 * browser's back and forward, or by closing the window, of which the browser asks itself.
 *
 * One page is shown at a time, so there is one keeper. An address within the page is no leaving.
 */
import type { AroundNavHandler } from 'wouter'

/** Asks whoever is here; `leave` goes where they were on the way to. */
type Keeper = (leave: () => void) => void

let keeper: Keeper | null = null

/** For the router: the way of every link of ours. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const leave = () => navigate(to, options)
  const isElsewhere = new URL(to, location.href).pathname !== location.pathname
  if (keeper && isElsewhere) keeper(leave)
  else leave()
}

/** From now on it is asked, until what is returned is called. */
export function keepHere(ask: Keeper): () => void {
  const here = location.href
  const path = location.pathname
  keeper = ask

  const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
  // Before the router hears of it, which would take the page away.
  const onPopState = (event: PopStateEvent) => {
    if (location.pathname === path) return
    event.stopImmediatePropagation()
    // Back where one is: the address that was gone to is the one before it now.
    history.pushState(null, '', here)
    ask(() => history.back())
  }
  addEventListener('beforeunload', onBeforeUnload)
  addEventListener('popstate', onPopState, { capture: true })
  return () => {
    if (keeper === ask) keeper = null
    removeEventListener('beforeunload', onBeforeUnload)
    removeEventListener('popstate', onPopState, { capture: true })
  }
}
