/** The server's end of a line: the stream under its WebSocket, and the request that opens it. */
import type { IncomingMessage } from 'node:http'
import { Duplex } from 'node:stream'

export interface ServerEndDeps {
  /** The server has written this; the other side has not taken it yet. */
  readonly wrote: (chunk: Buffer) => void
  /** Calls `done` once the other side has taken so many bytes. */
  readonly whenTaken: (endsAt: number, done: () => void) => void
  /** The server has ended it. */
  readonly gone: () => void
}

export function createServerEnd({ wrote, whenTaken, gone }: ServerEndDeps): Duplex {
  let handedOver = 0
  class ServerEnd extends Duplex {
    // Seen here and not in the stream's own `write`, which waits for what was written before.
    override write(chunk: Buffer | string, ...rest: never[]): boolean {
      wrote(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
      return super.write(chunk, ...rest)
    }
  }
  const stream = new ServerEnd({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      handedOver += chunk.byteLength
      whenTaken(handedOver, done)
    },
    final(done) {
      gone()
      done()
    },
    destroy(error, done) {
      gone()
      done(error)
    },
  })
  stream.on('error', () => undefined)
  return stream
}

/** What a browser asks for; the session stands where its cookie would. */
export function upgradeRequest(url: string, session: string): IncomingMessage {
  const headers = {
    upgrade: 'websocket',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-version': '13',
    cookie: session,
  }
  const request = { method: 'GET', url: url.replace('ws://school', ''), headers }
  return request as unknown as IncomingMessage
}
