/**
 * Whether this device can be trusted to keep the plan, for people to be told: what the
 * browser refuses now, what it has cleared before, what it may clear later.
 */
import type { LostCopy } from './kept-notes.ts'
import { createObservable, type Observable } from './observable.ts'
import { isRefusal, type StoreState } from './store-state.ts'

/** The gravest of what is true. */
export type KeepingTrouble =
  /** No room on the device. */
  | 'full'
  /** A private window, storage switched off or taken away. */
  | 'refused'
  /** The copy is gone, with words in it that the school had not acknowledged. */
  | 'words-lost'
  /** The browser does not promise to keep what it has. */
  | 'may-be-cleared'

export interface DeviceKeeping {
  readonly trouble: Observable<KeepingTrouble | null>
  noteLost(lost: LostCopy | null): void
  /** Did the browser promise not to clear by itself? */
  notePromise(isPromised: boolean): void
  close(): void
}

export function createDeviceKeeping(store: Observable<StoreState>): DeviceKeeping {
  const trouble = createObservable<KeepingTrouble | null>(null)
  let areWordsLost = false
  let isPromised = true

  const find = (): KeepingTrouble | null => {
    const state = store.get()
    if (isRefusal(state)) return state
    if (areWordsLost) return 'words-lost'
    return isPromised ? null : 'may-be-cleared'
  }
  const tell = () => trouble.set(find())
  const close = store.subscribe(tell)

  return {
    trouble,
    noteLost(lost) {
      areWordsLost = lost === 'unsent'
      tell()
    },
    notePromise(promised) {
      isPromised = promised
      tell()
    },
    close,
  }
}
