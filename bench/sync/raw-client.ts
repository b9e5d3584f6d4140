/**
 * A client that costs next to nothing: a socket, and bytes that it counts. Holds no
 * document; types with a Typist of its own.
 */
import { WebSocket } from 'ws'
import { readTyped, Typist } from './typed-updates.ts'
import { STEP1, STEP2, UPDATE, Wire, type WireKind } from './wire.ts'

/** Where a client connects, and as who. */
export interface Address {
  readonly wire: WireKind
  readonly url: string
  readonly document: string
  readonly headers: Readonly<Record<string, string>>
}

/** What a client tells whoever drives it. */
export interface ClientEvents {
  /** Letters of somebody else came. */
  onLetters?: (clientId: number, count: number, last: number) => void
  /** A letter of its own was taken. */
  onTaken?: () => void
  onAwareness?: (count: number) => void
  /** The bytes of an update or a step2. */
  onContent?: (bytes: Uint8Array) => void
}

const EMPTY_STATE_VECTOR = Uint8Array.of(0)
const EMPTY_UPDATE = Uint8Array.of(0, 0)
const CONNECT_MS = 60_000

let lastClientId = 1000 + Math.floor(Math.random() * 2 ** 30)

export class RawClient {
  readonly typist = new Typist(++lastClientId)
  readonly socket: WebSocket
  /** Its letters that the server has taken. */
  taken = 0
  /** Bytes of content that came. */
  contentBytes = 0
  hasStep2 = false
  closeCode: number | null = null
  events: ClientEvents = {}
  readonly #wire: Wire
  /** What is answered when the server asks: all that this client has. */
  readonly #has: Uint8Array
  #contentSent = 0
  #contentBeforeTyping = 0
  #awarenessClock = 0

  constructor({ wire, url, document, headers }: Address, has: Uint8Array = EMPTY_UPDATE) {
    this.#wire = new Wire(wire, document)
    this.#has = has
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false })
    this.socket.on('error', () => undefined)
    this.socket.on('close', (code) => (this.closeCode = code))
    this.socket.on('message', (data: Buffer) => this.#hear(data))
    this.socket.on('open', () => this.#greet())
  }

  get isBare(): boolean {
    return this.#wire.kind === 'bare'
  }

  #greet(): void {
    if (this.isBare) return
    const greeting = this.#wire.greeting()
    if (greeting) this.socket.send(greeting)
    this.socket.send(this.#wire.sync(STEP1, EMPTY_STATE_VECTOR))
  }

  #hear(data: Buffer): void {
    const heard = this.#wire.read(data)
    switch (heard.kind) {
      case 'content':
        this.#hearContent(data, heard)
        break
      case 'awareness':
        this.events.onAwareness?.(heard.count)
        break
      case 'saved':
        this.#takenUpTo(heard.count - this.#contentBeforeTyping)
        break
      case 'taken':
        // The first is for the answer to step1.
        if (this.typist.letters > 0) this.#takenUpTo(this.taken + 1)
        break
      case 'other':
        break
    }
  }

  #hearContent(data: Buffer, { type, start, end }: { type: number; start: number; end: number }) {
    if (type === STEP1) return this.#answer()
    this.contentBytes += end - start
    if (type === STEP2) this.hasStep2 = true
    this.events.onContent?.(data.subarray(start, end))
    if (type !== UPDATE || !this.events.onLetters) return
    readTyped(data, start, (clientId, count, last) => {
      if (clientId !== this.typist.clientId) this.events.onLetters?.(clientId, count, last)
      else if (this.#isEcho) this.#takenUpTo(last)
    })
  }

  get #isEcho(): boolean {
    return this.#wire.kind === 'y-websocket' || this.isBare
  }

  #answer(): void {
    this.#contentSent += 1
    this.socket.send(this.#wire.sync(STEP2, this.#has))
  }

  #takenUpTo(count: number): void {
    while (this.taken < count) {
      this.taken += 1
      this.events.onTaken?.()
    }
  }

  /** Sends the next letter. */
  type(): void {
    if (this.typist.letters === 0) this.#contentBeforeTyping = this.#contentSent
    this.#contentSent += 1
    this.socket.send(this.#wire.sync(UPDATE, this.typist.next()))
  }

  /** Sends an update of the caller's own making. */
  send(update: Uint8Array): void {
    this.socket.send(this.#wire.sync(UPDATE, update))
  }

  /** Moves its caret. */
  moveCaret(encode: (clientId: number, clock: number) => Uint8Array): void {
    this.socket.send(this.#wire.awareness(encode(this.typist.clientId, ++this.#awarenessClock)))
  }

  /**
   * Connected, and in possession of so many bytes of the document. A step2 is no proof of
   * them: y-websocket-server sends an empty one before it has looked.
   *
   * @throws Error when it is closed, or late.
   */
  async ready(bytes = 0): Promise<void> {
    await waitUntil(
      () => {
        if (this.closeCode !== null) throw new Error(`closed with ${this.closeCode}`)
        const isOpen = this.socket.readyState === WebSocket.OPEN
        return isOpen && (this.isBare || (this.hasStep2 && this.contentBytes >= bytes))
      },
      CONNECT_MS,
      'a client is ready',
    )
  }

  close(): void {
    this.socket.terminate()
  }
}

/** Looks every 5 ms. @throws Error once it is late; whatever `isSo` throws. */
export async function waitUntil(isSo: () => boolean, ms: number, what: string): Promise<void> {
  const deadline = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited ${ms} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
