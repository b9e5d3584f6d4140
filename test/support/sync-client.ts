/**
 * A client of the sync server, bare: a Y.Doc on a socket, driven by the test. It
 * is one of ours (it hears *saved* and *rejected*) unless told otherwise, and
 * sends whatever bytes it is given.
 */
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  awarenessFrame,
  MESSAGE_AWARENESS,
  MESSAGE_REJECTED,
  MESSAGE_SAVED,
  MESSAGE_SYNC,
  readRejected,
  readSaved,
  SYNC_STEP1,
  SYNC_STEP2,
  SYNC_UPDATE,
  syncFrame,
} from '../../shared/protocol/frames.ts'
import { PLAN_ID } from './sync-harness.ts'
import { until } from './until.ts'

export interface SyncClientOptions {
  /** `kari`, `gro:guest`: see sync-harness. */
  readonly as?: string
  readonly planId?: string
  /** A stock client does not name itself. */
  readonly stock?: boolean
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Says hello (step1) by itself; a test of the bare wire does not want that. */
  readonly hello?: boolean
  readonly doc?: Y.Doc
}

export interface SyncClient {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly socket: WebSocket
  /** Every frame that came, in order. */
  readonly frames: readonly Uint8Array[]
  readonly rejected: readonly { readonly count: number; readonly code: string }[]
  /** Content frames sent so far. */
  sent(): number
  /** The latest *saved(n)*. */
  saved(): number
  isSynced(): boolean
  send(bytes: Uint8Array): void
  /** Says hello, for one who was told not to. */
  sendStep1(): void
  /** Sends an `update` frame with these bytes. */
  sendUpdate(update: Uint8Array): void
  /** The close code, once it has been closed. */
  closeCode(): number | null
  synced(): Promise<void>
  allSaved(): Promise<void>
  closed(): Promise<number>
  close(): Promise<void>
}

export async function connectClient(
  url: string,
  options: SyncClientOptions = {},
): Promise<SyncClient> {
  const { as = 'kari', planId = PLAN_ID, stock = false, hello = true } = options
  const query = new URLSearchParams({ as, ...(stock ? {} : { samplan: '1' }), ...options.query })
  const socket = new WebSocket(`${url}/sync/${planId}?${query}`, { headers: options.headers ?? {} })
  socket.binaryType = 'arraybuffer'
  socket.on('error', () => undefined)
  const doc = options.doc ?? new Y.Doc()
  const awareness = new Awareness(doc)
  const frames: Uint8Array[] = []
  const rejected: { count: number; code: string }[] = []
  let sent = 0
  let saved = 0
  let isSynced = false
  let closeCode: number | null = null

  const send = (bytes: Uint8Array) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
  }
  const sendContent = (type: typeof SYNC_STEP2 | typeof SYNC_UPDATE, update: Uint8Array) => {
    if (socket.readyState !== WebSocket.OPEN) return
    sent += 1
    send(syncFrame(type, update))
  }
  const hear = (bytes: Uint8Array) => {
    frames.push(bytes)
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE_SYNC: {
        const type = decoding.readVarUint(decoder)
        const payload = decoding.readVarUint8Array(decoder)
        if (type === SYNC_STEP1) sendContent(SYNC_STEP2, Y.encodeStateAsUpdate(doc, payload))
        else Y.applyUpdate(doc, payload, 'remote')
        if (type === SYNC_STEP2) isSynced = true
        break
      }
      case MESSAGE_AWARENESS:
        applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'remote')
        break
      case MESSAGE_SAVED:
        saved = readSaved(decoder)
        break
      case MESSAGE_REJECTED:
        rejected.push(readRejected(decoder))
        break
    }
  }
  socket.on('message', (data: ArrayBuffer) => hear(new Uint8Array(data)))
  socket.on('close', (code) => (closeCode = code))
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') sendContent(SYNC_UPDATE, update)
  })
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin === 'local') {
      send(awarenessFrame(encodeAwarenessUpdate(awareness, [awareness.clientID])))
    }
  })

  await until('the socket is open or closed', () => socket.readyState !== WebSocket.CONNECTING)
  const sendStep1 = () => send(syncFrame(SYNC_STEP1, Y.encodeStateVector(doc)))
  if (hello) sendStep1()
  const closed = async () => {
    await until('the socket is closed', () => closeCode !== null)
    awareness.destroy()
    return closeCode ?? 0
  }

  return {
    doc,
    awareness,
    socket,
    frames,
    rejected,
    sent: () => sent,
    saved: () => saved,
    isSynced: () => isSynced,
    send,
    sendStep1,
    sendUpdate: (update) => sendContent(SYNC_UPDATE, update),
    closeCode: () => closeCode,
    synced: () => until('the client is synced', () => isSynced),
    allSaved: () => until('everything is saved', () => isSynced && sent > 0 && saved >= sent),
    closed,
    async close() {
      socket.close()
      await closed()
    },
  }
}

const FIELD = 'text:leadership.today'

/** Types at the end of the one paragraph of a field; makes it when there is none. */
export function type(doc: Y.Doc, text: string): void {
  doc.transact(() => {
    const field = doc.getXmlFragment(FIELD)
    if (field.length === 0) field.insert(0, [new Y.XmlElement('paragraph')])
    const paragraph = field.get(0) as Y.XmlElement
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const words = paragraph.get(paragraph.length - 1) as Y.XmlText
    words.insert(words.length, text)
  }, 'test')
}

/** All that is written in the field. */
export function written(doc: Y.Doc): string {
  return doc
    .getXmlFragment(FIELD)
    .toJSON()
    .replace(/<[^>]*>/g, '')
}

/** Does anything in the document wait for a piece that is not there? */
export function isHalfApplied(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}
