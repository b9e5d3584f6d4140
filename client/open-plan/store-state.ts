/** What a device's store says of itself, and of what it found. */
import type { LostCopy } from './kept-notes.ts'

/** 'refused': private window, switched off, taken away; 'full': no room. */
export type StoreState = 'stored' | 'storing' | Refusal
export type Refusal = 'refused' | 'full'

export interface LoadedCopy {
  /** Was there a copy, of this epoch, without a gap? */
  readonly isWhole: boolean
  /** Does it hold changes that may not have reached the server? */
  readonly hasUnsent: boolean
  /** The copy that this device had kept is gone; null when it is there, or never was. */
  readonly lost: LostCopy | null
}

/** An empty store, which was never anything else. */
export const NOTHING: LoadedCopy = { isWhole: false, hasUnsent: false, lost: null }

export function isRefusal(state: StoreState): state is Refusal {
  return state === 'refused' || state === 'full'
}

/** Which refusal an error of the browser means. */
export function refusalOf(error: unknown): Refusal {
  // By name: Chromium has made a class of its own for it.
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : null
  return name === 'QuotaExceededError' ? 'full' : 'refused'
}
