/** The school does not answer and there is no copy to open: nothing can be shown yet. */
import { createObservable, type Observable } from './observable.ts'
import type { SchoolConnection } from './school-connection.ts'

export interface Reach {
  readonly outOfReach: Observable<boolean>
  close(): void
}

export function createReach(connection: SchoolConnection, loaded: Observable<boolean>): Reach {
  const outOfReach = createObservable(false)
  const tell = () => {
    const { connecting, carried } = connection.facts.get()
    outOfReach.set(!loaded.get() && !connecting && !carried && !connection.connected.get())
  }
  const stops = [connection.facts, connection.connected, loaded].map((each) => each.subscribe(tell))
  return {
    outOfReach,
    close() {
      for (const stop of stops) stop()
    },
  }
}
