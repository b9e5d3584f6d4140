/**
 * The hue of a member as the room shows it: of who is here, me too, as the server says; of others,
 * their own.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type PersonColour, personColour } from '../../shared/access/person-colour.ts'
import { createObservable, type Observable } from './observable.ts'
import type { OpenPlan } from './open-plan.ts'
import { ownHue } from './own-hue.ts'
import type { Person } from './people.ts'
import { useOpenPlanIfAny } from './use-open-plan.ts'

const NOBODY = createObservable<readonly Person[]>([])

export function useHueOf(): (memberId: string) => PersonColour {
  const plan = useOpenPlanIfAny()
  const others = plan?.others ?? NOBODY
  const huesNow = useMemo(() => steadyHues(others), [others])
  const hues = useSyncExternalStore(others.subscribe, huesNow)
  const mine = useMyHue(plan)
  const myId = plan?.entry.me.memberId
  return useCallback(
    (memberId) => hues.get(memberId) ?? (memberId === myId ? mine : null) ?? personColour(memberId),
    [hues, mine, myId],
  )
}

/** null outside a plan, and before the room has said. */
function useMyHue(plan: OpenPlan | null): PersonColour | null {
  const follow = useCallback(
    (listener: () => void) => {
      plan?.awareness.on('change', listener)
      return () => plan?.awareness.off('change', listener)
    },
    [plan],
  )
  return useSyncExternalStore(follow, () => plan && ownHue(plan.awareness))
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
