/**
 * What browsers are told to refuse: everything that is not from this server, any
 * script or style in a page, being framed, telling others where one came from.
 *
 * Editors and React set styles through CSSOM, which the policy allows. React Aria
 * writes two style elements of its own; they are let in by their hashes.
 */
import { createHash } from 'node:crypto'
import type { FastifyHelmetOptions } from '@fastify/helmet'

/** usePress: keeps a tap from being taken for a scroll. */
export const PRESSABLE_STYLE = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`

/** usePreventScroll: on iOS, behind an open dialog. */
export const NO_OVERSCROLL_STYLE = `@layer {
  * {
    overscroll-behavior: contain;
  }
}`

/** The headers of every reply. */
export function securityHeaders(publicOrigin: string): FastifyHelmetOptions {
  const isSecure = publicOrigin.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", sourceHash(PRESSABLE_STYLE), sourceHash(NO_OVERSCROLL_STYLE)],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // Named, because some browsers do not count ws: as 'self'.
        connectSrc: ["'self'", publicOrigin.replace(/^http/, 'ws')],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        // The plan page prints the HTML export in a frame.
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    hsts: isSecure ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
  }
}

/** A source of a content security policy that lets in exactly this text. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
