/**
 * Where a person's words are, in one of eight words that are true to the letter.
 * Never hopeful: *saved at school* only after the server's acknowledgement.
 */

export type SaveState =
  /** The text has not been loaded yet; nobody can write. */
  | 'opening'
  /** The server has acknowledged everything this device knows of. */
  | 'saved-at-school'
  /** On its way to the server or to the device's store, which has not answered yet. */
  | 'saving'
  /** The first connection of this opening is being made; the device's own store has everything. */
  | 'connecting'
  /** No connection; the device's own store has taken everything. */
  | 'saved-on-device'
  /** Neither the server nor the device's store has it: it is only in this window. */
  | 'not-saved'
  /** Signed out, with words that the school did not get; the device's own store has them. */
  | 'signed-out'
  /** Signed out, with words that are only in this window. */
  | 'signed-out-not-saved'

export interface SaveFacts {
  readonly loaded: boolean
  /** Is the first connection being made, and has not failed or been waited for in vain? */
  readonly connecting: boolean
  /**
   * Does the connection carry everything? Its own step2 went out, and every change since was sent
   * on it. A change that met a closing socket makes this false until the next step2.
   */
  readonly carried: boolean
  /** Content frames sent on this connection, its step2 included. */
  readonly sentFrames: number
  /** The n of the latest *saved(n)* on this connection. */
  readonly savedFrames: number
  /** Is there a change on this device that no server has acknowledged yet? */
  readonly unacknowledged: boolean
  /** The server has closed because nobody is signed in here any more: nothing is sent until then. */
  readonly signedOut: boolean
  /** 'refused': private window, closed by the browser; 'full': no room. */
  readonly store: 'stored' | 'storing' | 'refused' | 'full'
}

/** The one word for these facts. */
export function saveState(facts: SaveFacts): SaveState {
  if (!facts.loaded) return 'opening'
  if (facts.signedOut) return signedOutState(facts)
  if (facts.carried) return facts.savedFrames >= facts.sentFrames ? 'saved-at-school' : 'saving'
  if (facts.store === 'stored') return facts.connecting ? 'connecting' : 'saved-on-device'
  // Without a store, what came from the school is still there, and only there.
  if (!facts.unacknowledged) return 'saved-at-school'
  return facts.store === 'storing' ? 'saving' : 'not-saved'
}

/** Whatever was under way is not: no acknowledgement comes any more. */
function signedOutState({ unacknowledged, store }: SaveFacts): SaveState {
  if (!unacknowledged) return 'saved-at-school'
  if (store === 'storing') return 'saving'
  return store === 'stored' ? 'signed-out' : 'signed-out-not-saved'
}
