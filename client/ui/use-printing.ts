/** Is the page being printed? Then it shows everything, also what is folded on the screen. */
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinting = false

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting)
}

function subscribe(listener: () => void): () => void {
  // The browser lays the page out right after the event, so the change cannot wait.
  const turn = (to: boolean) => () => {
    isPrinting = to
    flushSync(listener)
  }
  const begin = turn(true)
  const end = turn(false)
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}
