/**
 * The log: one JSON object a line on stderr, so that stdout is for people.
 *
 * Requests are named by their route, never by their address: tokens and tickets
 * stand in addresses. Headers, cookies and bodies are not logged at all.
 */
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'

/** Fastify's options for such a log. */
export function logOptions(
  level: string,
  stream: NodeJS.WritableStream,
): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  return {
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level, stream, base: null, serializers: { req: () => ({}) } },
  }
}

/** One line per request, at level debug. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? '(no route)'}`
    const ms = Math.round(reply.elapsedTime)
    request.log.debug({ route, status: reply.statusCode, ms }, 'a request was answered')
  })
}
