/**
 * Requests come from our own pages, and pages stand on the public address.
 *
 * Against forged requests: whatever changes something must say that it comes
 * from there. A program without cookies (curl) has nobody's session to abuse and
 * may leave the Origin out; browsers never do.
 */
import type { FastifyInstance } from 'fastify'
import { Failure } from '../../shared/failure.ts'

/** Addresses that are never a page. */
export const NOT_PAGES = /^\/(?:api|sync|assets)(?:\/|$)/

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '[::1]', '::1'])

/** Call before any route is added. */
export function keepToPublicOrigin(app: FastifyInstance, publicOrigin: string): void {
  const isLocal = new URL(publicOrigin).hostname === 'localhost'

  app.addHook('onRequest', async (request, reply) => {
    const { method, headers, hostname } = request
    if (!READING.has(method)) {
      if (!mayChange(headers, publicOrigin)) {
        throw new Failure('wrong-origin', headers.origin ?? 'no origin, with a cookie')
      }
      return
    }
    // Cookies of localhost do not reach 127.0.0.1, and browsers keep the two apart in all else.
    if (isLocal && LOOPBACK_ADDRESSES.has(hostname) && wantsPage(headers.accept)) {
      return reply.redirect(publicAddress(publicOrigin, request.url), 307)
    }
  })
}

/** Is this a browser that wants a page, not a program that wants data? */
export function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false
}

function mayChange(
  { origin, cookie }: { readonly origin?: string; readonly cookie?: string },
  publicOrigin: string,
): boolean {
  if (origin !== undefined) return origin === publicOrigin
  return cookie === undefined
}

/** The same address on the public origin; its start for one that would lead elsewhere. */
function publicAddress(publicOrigin: string, url: string): string {
  const address = URL.parse(url, publicOrigin)
  return address?.origin === publicOrigin ? address.href : publicOrigin
}
