/**
 * A page that is loaded when it is wanted, and drawn at once when it was loaded before.
 *
 * React's `lazy` waits even for what is there, and holds a page back for 300 ms once it
 * has shown nothing in its place.
 */
import { type ComponentType, lazy, useState } from 'react'

export interface LazyPage<Props> {
  /** Stands in a Suspense. */
  readonly Page: ComponentType<Props>
  /** Loads it already. Never rejects: the page says what went wrong when it is drawn. */
  readonly prepare: () => Promise<void>
}

export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyPage<Props> {
  let loaded: ComponentType<Props> | null = null
  const loadPage = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Awaited = lazy(loadPage)

  return {
    Page: (props) => {
      // The same one for as long as the page is there.
      const [Shown] = useState(() => loaded ?? Awaited)
      return <Shown {...props} />
    },
    prepare: () =>
      loadPage().then(
        () => undefined,
        () => undefined,
      ),
  }
}
