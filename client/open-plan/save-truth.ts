/**
 * Where the words of an open plan are, kept true at every moment: joins what the
 * connection, the device's store and the document say. See shared/protocol/save-state.
 */
import type * as Y from 'yjs'
import type { FailureCode } from '../../shared/failure.ts'
import { type SaveState, saveState } from '../../shared/protocol/save-state.ts'
import type { LocalStore } from './local-store.ts'
import { createObservable, type Observable } from './observable.ts'
import { ORIGINS } from './origins.ts'
import type { SchoolConnection } from './school-connection.ts'

export interface SaveTruth {
  readonly state: Observable<SaveState>
  /** Is there a change here that no server has acknowledged yet? */
  readonly hasUnacknowledged: boolean
  /** Is there one that only this window has? */
  readonly hasUnstored: boolean
  /** A change that did not come from the server: typed here, in another tab, or earlier. */
  noteChange(): void
  close(): void
}

export interface SaveTruthOptions {
  readonly doc: Y.Doc
  readonly connection: SchoolConnection
  readonly store: Pick<LocalStore, 'state' | 'noteAllSaved'>
  readonly loaded: Observable<boolean>
  /** Why the server has closed for good; null: it has not. */
  readonly ending: Observable<FailureCode | null>
}

export function createSaveTruth(options: SaveTruthOptions): SaveTruth {
  const { doc, connection, store, loaded, ending } = options
  const state = createObservable<SaveState>('opening')
  let unacknowledged = false

  const tell = () => {
    const facts = connection.facts.get()
    const isAcknowledged = facts.carried && facts.savedFrames >= facts.sentFrames
    if (isAcknowledged && unacknowledged) {
      unacknowledged = false
      store.noteAllSaved()
    }
    const signedOut = ending.get() === 'sign-in-required'
    const common = { loaded: loaded.get(), unacknowledged, signedOut, store: store.state.get() }
    state.set(saveState({ ...facts, ...common }))
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === ORIGINS.store || connection.isOrigin(origin)) return
    unacknowledged = true
    tell()
  }
  // After the connection's listener: by now the change was sent, or is known not to be.
  doc.on('update', onUpdate)
  const stops = [connection.facts, store.state, loaded, ending].map((each) => each.subscribe(tell))

  return {
    state,
    get hasUnacknowledged() {
      return unacknowledged
    },
    get hasUnstored() {
      return unacknowledged && store.state.get() !== 'stored'
    },
    noteChange() {
      unacknowledged = true
      tell()
    },
    close() {
      doc.off('update', onUpdate)
      for (const stop of stops) stop()
    },
  }
}
