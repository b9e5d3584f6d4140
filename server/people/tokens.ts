/** Secrets that open something: made at random, kept only as a hash. */
import { createHash } from 'node:crypto'
import type { RandomBytes } from '../../shared/ids.ts'

const TOKEN_BYTES = 32

/** A fresh secret, 256 bits, in letters that stand in a URL and a cookie as they are. */
export function createToken(random: RandomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString('base64url')
}

/** What is stored and looked up in place of the secret: SHA-256, hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
