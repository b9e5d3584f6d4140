/** Lines as what y-websocket needs of a WebSocket. */
import { type ClientSocket, type Handler, Line, type LineWatch, OPEN } from './line.ts'

/** A class for clients to make their sockets of; each is a line. */
export function socketClass(
  owner: string,
  session: () => string,
  watch: LineWatch,
  onLine: (line: Line) => void,
): typeof WebSocket {
  class SimulatedSocket implements ClientSocket {
    static readonly OPEN = OPEN
    readonly OPEN = OPEN
    readyState = 0
    binaryType = 'blob'
    onopen: Handler = null
    onmessage: Handler = null
    onclose: Handler = null
    onerror: Handler = null
    readonly #line: Line

    constructor(url: string | URL) {
      this.#line = new Line({ url: String(url), session: session() }, owner, this, watch)
      onLine(this.#line)
    }

    send(data: Uint8Array): void {
      if (this.readyState === OPEN) this.#line.say(data.slice())
    }

    close(): void {
      this.#line.hangUp()
    }
  }
  return SimulatedSocket as unknown as typeof WebSocket
}
