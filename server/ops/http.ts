/** Fastify with our limits, our log and our failures; what it serves is app.ts. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { Failure } from '../../shared/failure.ts'
import { compileWhenUsed } from './compile-when-used.ts'
import {
  type PlainPage,
  refuseBrokenRequest,
  replyToBadAddress,
  replyWithFailures,
} from './failure-replies.ts'
import { logOptions, logRequests } from './log.ts'

/** A name, a title, a token: nothing that comes by HTTP is long. */
const MAX_BODY_BYTES = 64 * 1024
const REQUEST_TIMEOUT_MS = 30_000

export interface HttpOptions {
  readonly logLevel: Parameters<typeof logOptions>[0]
  readonly trustProxy: false | string
  /** For an address that cannot be read; given the header Accept-Language. */
  readonly badAddressPage: (languages: string | undefined) => PlainPage
}

/** Without a route yet. */
export function createHttp(
  { logLevel, trustProxy, badAddressPage }: HttpOptions,
  logStream: NodeJS.WritableStream,
): FastifyInstance {
  const app = Fastify({
    ...logOptions(logLevel, logStream),
    trustProxy,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // We say it ourselves, with a code of the table.
    return503OnClosing: false,
    frameworkErrors: replyToBadAddress(badAddressPage),
    clientErrorHandler: refuseBrokenRequest,
  })
  compileWhenUsed(app)
  readEmptyAsNothing(app)
  replyWithFailures(app)
  logRequests(app)
  return app
}

/** Programs that always say JSON send an empty body as well: that is no body, not a broken one. */
function readEmptyAsNothing(app: FastifyInstance): void {
  const readJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, null)
    else void readJson(request, String(body), done)
  })
}

/** While the program stops nothing is begun any more; that it lives is still told. */
export function refuseWhile(app: FastifyInstance, isDraining: () => boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isDraining() || request.url === '/livez') return
    reply.header('connection', 'close')
    throw new Failure('server-restarting', 'draining')
  })
}

/** Whoever takes sockets over: the sync server. */
interface SocketTaker {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/** The one socket: /sync/:planId. Every other wish to leave HTTP is refused. */
export function upgradeTo(rooms: SocketTaker, isDraining: () => boolean) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isSync = /^\/sync\/[^/?]+(?:\?|$)/.test(request.url ?? '')
    if (isSync && !isDraining()) return rooms.handleUpgrade(request, socket, head)
    const status = isSync ? '503 Service Unavailable' : '404 Not Found'
    return socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }
}
