/**
 * Where a person's words are, in one of five words that are true to the letter.
 * Never hopeful: *saved at school* only after the server's acknowledgement.
 */

export type SaveState =
  /** The text has not been loaded yet; nobody can write. */
  | 'opening'
  /** The server has acknowledged everything this device knows of. */
  | 'saved-at-school'
  /** Sent or about to be, connection alive, acknowledgement awaited. */
  | 'saving'
  /** No connection; the device's own store has taken everything. */
  | 'saved-on-device'
  /** Neither the server nor the device's store has it: it is only in this window. */
  | 'not-saved'

export interface SaveFacts {
  readonly loaded: boolean
  readonly connected: boolean
  /** Content frames sent on this connection, from the handshake's step2 on. */
  readonly sentFrames: number
  /** The n of the latest *saved(n)* on this connection. */
  readonly savedFrames: number
  /** Did this connection's own step2 go out? Before it the server may lack what we have. */
  readonly handshakeSent: boolean
  /** 'refused': quota, private window, closed by the browser. */
  readonly store: 'stored' | 'storing' | 'refused'
}

/** The one word for these facts. */
export function saveState(facts: SaveFacts): SaveState {
  if (!facts.loaded) return 'opening'
  if (facts.connected && facts.handshakeSent) {
    return facts.savedFrames >= facts.sentFrames ? 'saved-at-school' : 'saving'
  }
  if (facts.store === 'refused') return 'not-saved'
  if (facts.store === 'storing') return 'saving'
  return 'saved-on-device'
}
