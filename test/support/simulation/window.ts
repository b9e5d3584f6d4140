/**
 * An honest person's window on the plan, and the device under it that outlives windows.
 *
 * Connection, incoming door and the truth about saving are the client's own; the device's
 * store and the one recovery path are as in client/open-plan/open-plan.ts, which itself
 * needs a browser's database.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createContentCheck } from '../../../client/open-plan/content-check.ts'
import { createIncomingDoor } from '../../../client/open-plan/incoming-door.ts'
import { createObservable } from '../../../client/open-plan/observable.ts'
import { ORIGINS } from '../../../client/open-plan/origins.ts'
import { createSaveTruth } from '../../../client/open-plan/save-truth.ts'
import { createSchoolConnection } from '../../../client/open-plan/school-connection.ts'
import type { StoreState } from '../../../client/open-plan/store-state.ts'
import type { FailureCode } from '../../../shared/failure.ts'
import { keepMarks } from '../../../shared/plan/keep-marks.ts'
import { planSchema } from '../../../shared/plan/upgrade-plan.ts'
import { textsOf } from '../plan-deeds.ts'

/** What stays on the device when a window closes. */
export interface Device {
  updates: Uint8Array[]
  hasUnsent: boolean
  readonly setAside: Uint8Array[]
  epoch: number
}

/** A letter that was typed once, and by what id everyone knows it. */
export interface Letter {
  readonly letter: string
  readonly client: number
  readonly clock: number
}

export interface WindowOptions {
  readonly clientId: number
  readonly planId: string
  readonly userId: string
  readonly name: string
  readonly epoch: number
  readonly mayWrite: boolean
  readonly device: Device
  readonly WebSocket: typeof WebSocket
  /** A content frame of it was not taken. */
  onRejected(code: FailureCode): void
  /** The server has told what everyone should read. */
  onToldHash(): void
  /** It read twice another text than the server told it. */
  onDiverged(): void
  /** It is over: closed by the server for good, or its text set aside. */
  onEnd(code: FailureCode): void
}

export type PlanWindow = ReturnType<typeof openWindow>

export function openWindow(options: WindowOptions) {
  const { device, userId, epoch, mayWrite } = options
  const doc = new Y.Doc()
  doc.clientID = options.clientId
  if (!mayWrite) keepMarks(doc)
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { name: options.name }, at: 0 })
  const door = createIncomingDoor(doc)
  const loaded = createObservable(true)
  const store = {
    state: createObservable<StoreState>('stored'),
    noteAllSaved: () => void (device.hasUnsent = false),
  }
  let isOver = false

  if (device.epoch !== epoch) {
    if (device.hasUnsent) device.setAside.push(Y.mergeUpdates(device.updates))
    Object.assign(device, { epoch, updates: [], hasUnsent: false })
  }
  for (const update of device.updates) Y.applyUpdate(doc, update, ORIGINS.store)
  const hasUnsent = device.hasUnsent
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (isOver) return
    device.updates.push(update)
    if (!connection.isOrigin(origin)) device.hasUnsent = true
  })

  const close = () => {
    if (isOver) return
    isOver = true
    check.close()
    truth.close()
    connection.close()
    door.close()
    awareness.destroy()
  }
  const recover = (code: FailureCode) => {
    if (isOver) return
    close()
    device.setAside.push(Y.encodeStateAsUpdate(doc))
    Object.assign(device, { updates: [], hasUnsent: false })
    options.onEnd(code)
  }
  const connection = createSchoolConnection({
    doc,
    awareness,
    door,
    planId: options.planId,
    userId,
    epoch,
    serverUrl: 'ws://school/sync',
    WebSocket: options.WebSocket,
    onNotice: () => undefined,
    onContentHash(told) {
      options.onToldHash()
      check.hear(told)
    },
    onRejected(code) {
      options.onRejected(code)
      if (truth.hasUnacknowledged) recover(code)
    },
    onFinal(code) {
      if (isOver) return
      const isMendedBySigningIn = code === 'sign-in-required' || code === 'client-too-old'
      if (!isMendedBySigningIn && (truth.hasUnacknowledged || code === 'update-refused')) {
        recover(code)
      } else {
        close()
        options.onEnd(code)
      }
    },
  })
  const check = createContentCheck({
    doc,
    door,
    facts: () => connection.facts.get(),
    onDiverged: () => options.onDiverged(),
  })
  const ending = createObservable<FailureCode | null>(null)
  const truth = createSaveTruth({ doc, connection, store, loaded, ending })
  if (hasUnsent) truth.noteChange()
  connection.connect()

  return {
    doc,
    awareness,
    mayWrite,
    facts: () => connection.facts.get(),
    isSaved: () => truth.state.get() === 'saved-at-school' && connection.facts.get().carried,
    isLoaded: () => connection.synced.get() || planSchema(doc) > 0,
    /** Types one letter somewhere; null: there is no text to type in. */
    type(letter: string, at: number): Letter | null {
      const texts = textsOf(doc)
      const text = texts[at % Math.max(1, texts.length)]
      if (!text) return null
      const clock = Y.getState(doc.store, doc.clientID)
      doc.transact(() => text.insert(at % (text.length + 1), letter), 'ui')
      return { letter, client: doc.clientID, clock }
    },
    write: (change: (doc: Y.Doc) => void) => doc.transact(() => change(doc), 'ui'),
    moveTo: (at: number) => awareness.setLocalStateField('at', at),
    /** Another tab of this person tells what this one lacks. */
    hearTab(update: Uint8Array) {
      connection.bring(update)
      device.hasUnsent = true
      truth.noteChange()
    },
    close,
  }
}
