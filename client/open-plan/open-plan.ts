/**
 * A plan that is open in this window: its document, who else is there, undo, the
 * device's copy, the connection with the school, and the truth about where the
 * words are.
 *
 * Order: load the device's copy, let editors mount, connect. What cannot be merged (a refused
 * update, a right taken away with unsent text, another epoch, a text that will not heal) takes
 * one path: this document is frozen and set aside as a copy, `replaced` says so, and whoever
 * opened the plan opens it afresh, with a new document and client id (use-opened-plan.ts does).
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { FailureCode } from '../../shared/failure.ts'
import { keepMarks } from '../../shared/plan/keep-marks.ts'
import { planSchema } from '../../shared/plan/upgrade-plan.ts'
import type { SaveState } from '../../shared/protocol/save-state.ts'
import { createDeviceKeeping, type KeepingTrouble } from './device-keeping.ts'
import { createDocumentChecks } from './document-checks.ts'
import { createIncomingDoor, type IncomingDoor } from './incoming-door.ts'
import { createLocalStore, type LocalStore } from './local-store.ts'
import { createObservable, type Observable } from './observable.ts'
import { ORIGINS } from './origins.ts'
import { createReach } from './out-of-reach.ts'
import { createPeople, type Person, type PersonAt } from './people.ts'
import { databaseName, type SetAsideCopy } from './plan-database.ts'
import { createPlanUndo, type PlanUndo } from './plan-undo.ts'
import { createSaveTruth } from './save-truth.ts'
import { createSchoolConnection, type SchoolConnection } from './school-connection.ts'
import { createSetAsideShelf, keepInWindow, type SetAside } from './set-aside.ts'
import { type OpenPlanSurroundings, surroundings } from './surroundings.ts'
import { createTabChannel } from './tab-channel.ts'

export interface OpenPlan extends Pick<SchoolConnection, 'connected' | 'threadsTold' | 'wentBack'> {
  readonly planId: string
  readonly entry: PlanEntry
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Everybody else who is here, one per connection. */
  readonly others: Observable<readonly Person[]>
  readonly undo: PlanUndo
  /** Where changes from elsewhere come in; editors shut it while someone composes. */
  readonly door: IncomingDoor
  readonly saveState: Observable<SaveState>
  /** Whether this device can be trusted to keep the plan. */
  readonly keepingTrouble: Observable<KeepingTrouble | null>
  /** The school does not answer and there is no copy to open: nothing can be shown yet. */
  readonly outOfReach: Observable<boolean>
  /** Copies of this plan on this device that could not be merged. */
  readonly recovery: Observable<readonly SetAside[]>
  /** Closed for good from the other side. */
  readonly ending: Observable<FailureCode | null>
  /** Why this document was set aside; not null: open the plan afresh. */
  readonly replaced: Observable<ReplacedReason | null>
  /** The room has sent the plan, or the device's copy holds it: editors may mount. */
  readonly loaded: Observable<boolean>
  readonly writable: Observable<boolean>
  /** Tells the others where in the plan I am. */
  setAt(at: PersonAt): void
  close(): Promise<void>
}

/** 'diverged': two sides read one text differently. */
export type ReplacedReason = FailureCode | 'diverged'

export interface OpenPlanOptions extends Partial<OpenPlanSurroundings> {
  readonly planId: string
  readonly entry: PlanEntry
  /** Even when the entry says one may write: the server has said otherwise since. */
  readonly readOnly?: boolean
  /** Rights or something beside the text changed: fetch the entry again. */
  readonly onNotice?: () => void
}

const NOWHERE: PersonAt = { sectionId: null, fieldId: null, actionId: null }

export function openPlan(options: OpenPlanOptions): OpenPlan {
  const { planId, entry, onNotice = () => undefined } = options
  const around = surroundings(options)
  const name = databaseName(entry.me.userId, planId)
  const doc = new Y.Doc()
  if (!entry.me.mayWrite) keepMarks(doc)
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { name: entry.me.name }, caret: null, at: NOWHERE })

  const loaded = createObservable(false)
  const ending = createObservable<FailureCode | null>(null)
  const replaced = createObservable<ReplacedReason | null>(null)
  const writable = createObservable(false)
  let isFrozen = false
  let isClosed = false
  const door = createIncomingDoor(doc)
  const undo = createPlanUndo(doc, door)
  const people = createPeople(awareness, around.nowMs)
  const copyOf = (update: Uint8Array, reason: string): SetAsideCopy => {
    const atMs = around.nowMs()
    return { id: `${atMs}-${doc.clientID}`, atMs, reason, update }
  }
  const store: LocalStore = createLocalStore({
    databases: around.databases,
    name,
    doc,
    epoch: entry.epoch,
    restoredEpoch: entry.restoredEpoch,
    mayWrite: entry.me.mayWrite,
    isFromServer: (origin) => connection.isOrigin(origin),
    copyOf,
  })
  const connection: SchoolConnection = createSchoolConnection({
    doc,
    awareness,
    door,
    planId,
    userId: entry.me.userId,
    epoch: entry.epoch,
    serverUrl: around.serverUrl,
    WebSocket: around.WebSocket,
    onNotice,
    onContentHash: (told) => checks.hear(told),
    onRejected(code) {
      // Of a reader, too: it may be what they wrote here before the right was taken.
      if (truth.hasUnacknowledged) void recover(code)
      if (code === 'access-denied' && entry.me.mayWrite) onNotice()
    },
    onFinal: (code) => end(code),
  })
  const truth = createSaveTruth({ doc, connection, store, loaded, ending })
  const keeping = createDeviceKeeping(store.state)
  const shelf = createSetAsideShelf({ name, store })
  const tabs = createTabChannel({
    name: `${name}/${entry.epoch}`,
    doc,
    isConnected: () => connection.facts.get().carried,
    isForeign: (origin) => connection.isOrigin(origin) || origin === ORIGINS.store,
    onUpdate(update) {
      if (!entry.me.mayWrite) return
      connection.bring(update)
      truth.noteChange()
    },
  })
  const checks = createDocumentChecks({
    name,
    doc,
    manager: undo.manager,
    door,
    connection,
    nowMs: around.nowMs,
    onDiverged: () => void recover('diverged'),
  })
  const reach = createReach(connection, loaded)
  const tellWritable = () => {
    const mayWrite = entry.me.mayWrite && options.readOnly !== true
    writable.set(loaded.get() && mayWrite && ending.get() === null && !isFrozen)
  }
  const lookIfLoaded = () => {
    if (planSchema(doc) > 0) loaded.set(true)
    tellWritable()
  }
  const freeze = () => {
    isFrozen = true
    checks.freeze()
    tellWritable()
    tabs.close()
    connection.close()
  }
  /** The one path for what cannot be merged. */
  const recover = async (reason: ReplacedReason) => {
    if (isFrozen) return
    freeze()
    const copy = copyOf(Y.encodeStateAsUpdate(doc), reason)
    await store.setAside(copy).catch(() => keepInWindow(name, copy))
    await shelf.load()
    replaced.set(reason)
  }
  const end = (code: FailureCode) => {
    ending.set(code)
    tellWritable()
    // Signing in or reloading mends these; the device's copy stays as it is.
    if (code === 'client-too-old' || code === 'sign-in-required') return
    // A refusal may be of this client id, before a word was written: another one mends it.
    const isOnlyHere = code === 'epoch-changed' && store.state.get() !== 'stored'
    if (truth.hasUnacknowledged || isOnlyHere || code === 'update-refused') void recover(code)
    else if (code === 'epoch-changed') replaced.set(code)
    if (code === 'epoch-changed') onNotice()
  }

  const stops = [
    connection.synced.subscribe(lookIfLoaded),
    connection.connected.subscribe(() => {
      if (!connection.connected.get() && !isFrozen && !isClosed) tabs.greet()
    }),
    around.onNetworkChange(() => connection.networkChanged()),
    around.onLeaving(() => truth.hasUnstored || shelf.holdsUnstored),
  ]
  const begin = async () => {
    const copy = await store.load()
    if (isClosed) return
    if (copy.hasUnsent) truth.noteChange()
    if (copy.isWhole) lookIfLoaded()
    keeping.noteLost(copy.lost)
    if (entry.me.mayWrite) void around.keepCopies().then((it) => keeping.notePromise(it))
    tabs.greet()
    connection.connect()
    await shelf.load()
  }
  const beginning = begin()
  return {
    planId,
    entry,
    doc,
    awareness,
    others: people.others,
    undo,
    door,
    saveState: truth.state,
    keepingTrouble: keeping.trouble,
    outOfReach: reach.outOfReach,
    connected: connection.connected,
    threadsTold: connection.threadsTold,
    wentBack: connection.wentBack,
    recovery: shelf.copies,
    ending,
    replaced,
    loaded,
    writable,
    setAt: (at) => {
      if (awareness.getLocalState() !== null) awareness.setLocalStateField('at', at)
    },
    async close() {
      isClosed = true
      await beginning
      for (const stop of stops) stop()
      checks.close()
      reach.close()
      truth.close()
      keeping.close()
      people.close()
      if (!isFrozen) tabs.close()
      if (!isFrozen) connection.close()
      door.close()
      await store.close()
      undo.close()
      awareness.destroy()
      doc.destroy()
    },
  }
}
