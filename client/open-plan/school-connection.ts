/**
 * The connection of an open plan with the school's server: y-websocket's provider
 * with our frames, our door and our bookkeeping.
 *
 * Says at every moment whether the server has everything. A change is carried when
 * it was sent on a socket whose own step2 had gone out; a change that met a closing
 * socket is not, and nothing counts as saved until the next step2 has been
 * acknowledged. Close codes 4400-4499 are final; after others it reconnects. It says
 * whose plan this is: the server refuses when someone else has signed in meanwhile.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { FailureCode } from '../../shared/failure.ts'
import {
  CLIENT_PARAMETER,
  divergedFrame,
  EPOCH_PARAMETER,
  MESSAGE_AWARENESS,
  MESSAGE_NOTICE,
  MESSAGE_REJECTED,
  MESSAGE_SAVED,
  MESSAGE_SYNC,
  readRejected,
  readSaved,
  SYNC_STEP1,
  SYNC_STEP2,
  syncFrame,
  USER_PARAMETER,
} from '../../shared/protocol/frames.ts'
import { type ContentHash, readNotice, type WentBack } from '../../shared/protocol/notice.ts'
import { TEXT_SCHEMA_VERSION } from '../../shared/text/schema.ts'
import { finalCode } from './close-codes.ts'
import { countingSocket } from './counting-socket.ts'
import type { IncomingDoor } from './incoming-door.ts'
import { createObservable, type Observable } from './observable.ts'
import { hearOwnHue } from './hear-own-hue.ts'
import { spreadReconnects } from './spread-reconnects.ts'

/** What the connection knows about saving; see shared/protocol/save-state.ts. */
export interface CarriedFacts {
  readonly connecting: boolean
  readonly carried: boolean
  readonly sentFrames: number
  readonly savedFrames: number
  /** Was one of them not taken? What it held is here and nowhere else. */
  readonly hasRejected: boolean
}

export interface SchoolConnection {
  readonly facts: Observable<CarriedFacts>
  /** Has the server sent everything it has, on this or an earlier socket? */
  readonly synced: Observable<boolean>
  /** Is there a socket that answers? */
  readonly connected: Observable<boolean>
  /** Goes up whenever something new is said about the plan. */
  readonly threadsTold: Observable<number>
  /** The latest time that somebody went back while this was open, to one who may write; null: nobody did. */
  readonly wentBack: Observable<WentBack | null>
  /** Is this the origin of what comes from the server? */
  isOrigin(origin: unknown): boolean
  connect(): void
  /** The device's network came or went: finds out at once, rather than after half a minute. */
  networkChanged(): void
  /** Takes in what another tab of this person wrote, and passes it on to the server. */
  bring(update: Uint8Array): void
  /** Tells the server what this window reads in place of what it was told. */
  reportDiverged(read: ContentHash): void
  close(): void
}

export interface SchoolConnectionOptions {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly door: IncomingDoor
  /** 'wss://school.example/sync' */
  readonly serverUrl: string
  readonly planId: string
  /** For whom the plan was opened. */
  readonly userId: string
  readonly epoch: number
  readonly WebSocket: typeof WebSocket
  /** A content frame was not taken: what it held is only here. */
  onRejected(code: FailureCode): void
  /** The server closed for good. */
  onFinal(code: FailureCode): void
  /** Something beside the text changed. */
  onNotice(): void
  /** What everyone should read who has everything that has arrived by now. */
  onContentHash(told: ContentHash): void
}

const NOTHING_SENT = {
  carried: false,
  sentFrames: 0,
  savedFrames: 0,
  hasRejected: false,
} as const
/** A first connection that takes longer than this is none. */
const FIRST_CONNECTION_MS = 5000

export function createSchoolConnection(options: SchoolConnectionOptions): SchoolConnection {
  const { doc, awareness, door, epoch } = options
  const facts = createObservable<CarriedFacts>({ ...NOTHING_SENT, connecting: true })
  const synced = createObservable(false)
  const connected = createObservable(false)
  const threadsTold = createObservable(0)
  const wentBack = createObservable<WentBack | null>(null)
  const change = (part: Partial<CarriedFacts>) => facts.set({ ...facts.get(), ...part })

  const socket = countingSocket(options.WebSocket, {
    began: () => change(NOTHING_SENT),
    sent: (isStep2) => {
      change({ sentFrames: facts.get().sentFrames + 1 })
      if (isStep2) change({ carried: true, connecting: false })
    },
  })
  const provider = new WebsocketProvider(options.serverUrl, options.planId, doc, {
    connect: false,
    awareness,
    disableBc: true,
    params: {
      [CLIENT_PARAMETER]: String(TEXT_SCHEMA_VERSION),
      [EPOCH_PARAMETER]: String(epoch),
      [USER_PARAMETER]: options.userId,
    },
    WebSocketPolyfill: socket,
  })

  spreadReconnects(provider)
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder) => {
    const type = decoding.readVarUint(decoder)
    if (type === SYNC_STEP1) {
      encoding.writeVarUint(encoder, MESSAGE_SYNC)
      sync.readSyncStep1(decoder, encoder, doc)
      return
    }
    const update = decoding.readVarUint8Array(decoder)
    door.receive(update, provider, () => {
      if (type === SYNC_STEP2) provider.synced = true
    })
  }
  provider.messageHandlers[MESSAGE_AWARENESS] = (_encoder, decoder) => {
    const update = decoding.readVarUint8Array(decoder)
    applyAwarenessUpdate(awareness, update, provider)
    hearOwnHue(awareness, update, options.userId)
  }
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    change({ savedFrames: readSaved(decoder) })
  }
  provider.messageHandlers[MESSAGE_REJECTED] = (_encoder, decoder) => {
    change({ hasRejected: true })
    options.onRejected(readRejected(decoder).code)
  }
  provider.messageHandlers[MESSAGE_NOTICE] = (_encoder, decoder) => {
    const notice = readNotice(decoding.readVarString(decoder))
    if (notice.kind === 'content-hash') options.onContentHash(notice)
    else if (notice.kind === 'threads') threadsTold.set(threadsTold.get() + 1)
    else if (notice.kind === 'went-back') wentBack.set(notice)
    else options.onNotice()
  }
  provider.on('sync', (isSynced) => {
    if (isSynced) synced.set(true)
  })
  provider.on('status', ({ status }) => {
    connected.set(status === 'connected')
    if (status === 'disconnected') {
      change(NOTHING_SENT)
      forgetOthers(awareness)
    }
    // With a new clock: others have seen us leave, and pass over a state of the old one.
    if (status === 'connected') awareness.setLocalState(awareness.getLocalState())
  })
  let firstConnection: ReturnType<typeof setTimeout> | undefined
  const endConnecting = () => {
    clearTimeout(firstConnection)
    change({ connecting: false })
  }
  provider.on('connection-close', endConnecting)
  provider.on('closed', ({ code, reason }) => options.onFinal(finalCode(code, reason)))

  // The provider drops what it cannot send at once; from then on the server lacks something.
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    const isSent = provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN
    if (origin !== provider && !isSent) change({ carried: false })
  }
  doc.on('update', onUpdate)

  return {
    facts,
    synced,
    connected,
    threadsTold,
    wentBack,
    isOrigin: (origin) => origin === provider,
    connect() {
      firstConnection = setTimeout(endConnecting, FIRST_CONNECTION_MS)
      provider.connect()
    },
    networkChanged() {
      if (!provider.shouldConnect) return
      provider.disconnect()
      provider.connect()
    },
    bring(update) {
      // As a step2: all that another tab has may be more than an update is allowed to be.
      door.receive(update, provider, () => {
        if (facts.get().carried) provider.ws?.send(new Uint8Array(syncFrame(SYNC_STEP2, update)))
      })
    },
    reportDiverged: (read) => provider.ws?.send(new Uint8Array(divergedFrame(read))),
    close() {
      doc.off('update', onUpdate)
      provider.destroy()
      endConnecting()
      change(NOTHING_SENT)
      connected.set(false)
    },
  }
}

/** The provider drops their states and keeps their clocks, by which they would be passed over at the return. */
function forgetOthers({ clientID, meta }: Awareness): void {
  for (const id of meta.keys()) if (id !== clientID) meta.delete(id)
}
