/**
 * Where I am signed in.
 *
 *   GET  /api/me/sessions                     -> SessionList
 *   POST /api/me/sessions/:sessionId/revoke   -> 204; 'not-found' when it is not one of mine
 *   POST /api/me/sessions/revoke-others       -> 204; this one stays
 *
 * A revoked session's open plans are closed at once.
 */
import { type Static, Type } from 'typebox'
import { Id } from './common.ts'

export const BROWSERS = [
  'chrome',
  'edge',
  'firefox',
  'safari',
  'opera',
  'samsung',
  'other',
] as const
export type Browser = (typeof BROWSERS)[number]

export const SYSTEMS = [
  'windows',
  'mac',
  'linux',
  'chromebook',
  'android',
  'iphone',
  'ipad',
  'other',
] as const
export type System = (typeof SYSTEMS)[number]

export const Device = Type.Object({
  browser: Type.Enum([...BROWSERS]),
  system: Type.Enum([...SYSTEMS]),
})
export type Device = Static<typeof Device>

export const MySession = Type.Object({
  sessionId: Id,
  /** Milliseconds since the epoch, as the two below. */
  createdAtMs: Type.Number(),
  /** Within an hour. */
  usedAtMs: Type.Number(),
  expiresAtMs: Type.Number(),
  device: Device,
  /** The one that asks. */
  isThis: Type.Boolean(),
  /** On a machine that others use too: ends with the school's day. */
  isPublicComputer: Type.Boolean(),
})
export type MySession = Static<typeof MySession>

/** Latest used first. */
export const SessionList = Type.Object({ sessions: Type.Array(MySession) })
export type SessionList = Static<typeof SessionList>

export const SessionParams = Type.Object({ sessionId: Id })
