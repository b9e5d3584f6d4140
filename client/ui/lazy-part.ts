/**
 * A part of a page that is loaded when it is wanted. Without a connection it waits and
 * tries again: a part that cannot be had never takes the page, and what is written on
 * it, along.
 */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

const TRY_AGAIN_MS = 5000

/** As React's `lazy`, for what stands in a Suspense of its own. */
export function lazyPart<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await loadAtLast(load) }))
}

function loadAtLast<Part>(load: () => Promise<Part>): Promise<Part> {
  return load().catch(async () => {
    await untilWorthTrying()
    return loadAtLast(load)
  })
}

function untilWorthTrying(): Promise<void> {
  return new Promise((resolve) => {
    const begin = () => {
      clearTimeout(timer)
      removeEventListener('online', begin)
      resolve()
    }
    const timer = setTimeout(begin, TRY_AGAIN_MS)
    addEventListener('online', begin)
  })
}
