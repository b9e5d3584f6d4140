/** What every part of the discussion round a plan stands in. */
import { createContext, type ReactNode, useContext } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { Action } from '../../shared/plan/plan.ts'
import type { Begun } from './begun.ts'
import type { MapPlaces } from './place-titles.ts'
import type { Threads } from './threads.ts'

/** Something that is being written and is not said yet. */
export interface Draft extends Begun {
  /** Gives the focus back to where it came from. */
  readonly goBack: () => void
}

export interface DiscussSetting {
  readonly entry: PlanEntry
  readonly threads: Threads
  /** Sections, fields and actions with their names. */
  readonly places: MapPlaces
  /** Actions of the plan as they are now. */
  readonly actionOf: (actionId: string) => Action | null
  /** The text that a place is in, as it reads now; null: there is none. */
  readonly wordsAt: (place: ThreadPlace) => string | null
  /** The words that a thread is on, as they read now; null: they are nowhere. */
  readonly anchoredWords: (place: ThreadPlace) => string | null
  readonly chosenId: string | null
  /** Takes up what was left. */
  readonly goOn: (begun: Begun) => void
  /** null: none. */
  readonly choose: (threadId: string | null) => void
  /** Leads to the place in the plan, and puts the focus there. */
  readonly goToPlace: (place: ThreadPlace) => void
  /** The list to choose an owner from, as the card of an action has it. */
  readonly renderOwners: (taken: readonly string[], onPick: (ownerKey: string) => void) => ReactNode
}

const DiscussSettingContext = createContext<DiscussSetting | null>(null)

export const DiscussSettingProvider = DiscussSettingContext.Provider

export function useDiscussSetting(): DiscussSetting {
  const setting = useContext(DiscussSettingContext)
  if (!setting) throw new Error('useDiscussSetting: no DiscussSettingProvider above')
  return setting
}
