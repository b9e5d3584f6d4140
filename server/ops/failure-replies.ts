/**
 * Every failure leaves as {code, message} with the status of the failure table, and what it
 * tells beside: the field that was not taken. What exactly happened goes to the log and nowhere
 * else.
 */
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorBody } from '../../shared/api/common.ts'
import { Failure } from '../../shared/failure.ts'
import { FAILURE_WORDS } from './failure-words.ts'
import { NOT_PAGES, wantsPage } from './public-origin.ts'

/** Sets what the app answers when something fails or is not there. */
export function replyWithFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => replyFailure(error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    replyFailure(new Failure('not-found', 'no such address'), request, reply),
  )
}

/** A page for people, written without the help of the client. */
export interface PlainPage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/**
 * Answers what Fastify refuses before there is a route, an address that cannot be decoded: with
 * a page whoever came by a browser, as any failure whoever asked for data. No hook runs there.
 */
export function replyToBadAddress(pageFor: (languages: string | undefined) => PlainPage) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const { accept, 'accept-language': languages } = request.headers
    if (!wantsPage(accept) || NOT_PAGES.test(request.url))
      return replyFailure(error, request, reply)
    const { html, contentSecurityPolicy } = pageFor(languages)
    void reply
      .code(400)
      .header('cache-control', 'no-store')
      .header('content-security-policy', contentSecurityPolicy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(html)
  }
}

export function replyFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const failure = failureOf(error)
  const { http } = failure.traits
  const route = `${request.method} ${request.routeOptions.url ?? '(no route)'}`
  if (http >= 500) request.log.error({ err: error, route }, 'a request failed')
  else
    request.log.info(
      { code: failure.code, detail: failure.message, route },
      'a request was refused',
    )
  void reply
    .code(http)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(failureBody(failure))
}

function failureBody({ code, told }: Failure): ErrorBody {
  const { field, schoolId } = told
  return {
    code,
    message: FAILURE_WORDS[code],
    ...(field !== undefined && { field }),
    ...(schoolId !== undefined && { schoolId }),
  }
}

/** What is not a Failure is a request Fastify could not read, or a bug of ours. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  const status = statusOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  // Only what the framework says of a request; an error of ours carries no status.
  if (status === 403 || status === 404) return new Failure('not-found', detail)
  if (status === 429) return new Failure('too-many-requests', detail)
  if (status >= 400 && status < 500) {
    return new Failure('bad-request', detail, { told: { field: refusedField(error) } })
  }
  return new Failure('server-error', detail, { cause: error })
}

/** The key of the body that a contract does not take, as far as the validator names one. */
function refusedField(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('validation' in error)) return undefined
  if (!('validationContext' in error) || error.validationContext !== 'body') return undefined
  const [first] = error.validation as readonly { readonly instancePath: string }[]
  return first?.instancePath.split('/')[1]
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
}

/** What is not HTTP at all gets the same body, and the connection ends. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(failureBody(new Failure('bad-request', error.message)))
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
