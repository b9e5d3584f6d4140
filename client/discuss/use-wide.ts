/** Is the window wide enough for a margin beside the paper? As plan/plan-view.module.css has it. */
import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 75.01rem)'

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(WIDE)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
