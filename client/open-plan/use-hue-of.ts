/** The hue of a member as the room shows it: of who is here, as the server says; of others, their own. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type PersonColour, personColour } from '../../shared/access/person-colour.ts'
import { createObservable, type Observable } from './observable.ts'
import type { Person } from './people.ts'
import { useOpenPlanIfAny } from './use-open-plan.ts'

const NOBODY = createObservable<readonly Person[]>([])

export function useHueOf(): (memberId: string) => PersonColour {
  const others = useOpenPlanIfAny()?.others ?? NOBODY
  const huesNow = useMemo(() => steadyHues(others), [others])
  const hues = useSyncExternalStore(others.subscribe, huesNow)
  return useCallback((memberId) => hues.get(memberId) ?? personColour(memberId), [hues])
}

/** The same map as long as nobody comes or goes: carets move all the time. */
function steadyHues(others: Observable<readonly Person[]>) {
  let known = ''
  let hues: ReadonlyMap<string, PersonColour> = new Map()
  return () => {
    const now = others
      .get()
      .flatMap(({ memberId, colour }) => (memberId === null ? [] : [[memberId, colour] as const]))
    const words = JSON.stringify(now)
    if (words !== known) hues = new Map(now)
    known = words
    return hues
  }
}
