/**
 * Passwords as they are kept: argon2id, as a PHC string that says its own
 * parameters, so that those of tomorrow can be stronger.
 *
 * An unknown account costs the same work as a known one. Few are worked on at
 * once: each takes 19 MiB and one of the threads that files need too.
 */
import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalPassword } from '../../shared/access/password-rules.ts'
import { Failure } from '../../shared/failure.ts'
import type { RandomBytes } from '../../shared/ids.ts'

const derive = promisify(argon2)

interface Parameters {
  /** KiB */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** After OWASP's Password Storage Cheat Sheet. */
const PARAMETERS: Parameters = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

const AT_ONCE = 2
/** About ten seconds of work; more than a school's morning, less than a flood. */
const MAX_WAITING = 250

export type Passwords = ReturnType<typeof createPasswords>

export function createPasswords(random: RandomBytes) {
  const inTurn = createTurns()

  const hash = async (password: string, salt: Uint8Array, parameters: Parameters, bytes: number) =>
    inTurn(() =>
      derive('argon2id', {
        message: normalPassword(password),
        nonce: salt,
        tagLength: bytes,
        ...parameters,
      }),
    )

  return {
    /** What to keep of a password. */
    async keep(password: string): Promise<string> {
      const salt = random(SALT_BYTES)
      return write(PARAMETERS, salt, await hash(password, salt, PARAMETERS, HASH_BYTES))
    },

    /** Is it the one that was kept? Takes as long when none was. */
    async isRight(password: string, kept: string | null): Promise<boolean> {
      const read = kept === null ? null : readKept(kept)
      if (!read) {
        await hash(password, random(SALT_BYTES), PARAMETERS, HASH_BYTES)
        return false
      }
      const found = await hash(password, read.salt, read.parameters, read.hash.byteLength)
      return timingSafeEqual(found, read.hash)
    },

    /** Was it kept under other parameters than those of today? */
    isOutdated(kept: string): boolean {
      const read = readKept(kept)
      return !read || JSON.stringify(read.parameters) !== JSON.stringify(PARAMETERS)
    },
  }
}

function write({ memory, passes, parallelism }: Parameters, salt: Uint8Array, hash: Uint8Array) {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}

const KEPT = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function readKept(kept: string) {
  const [, memory, passes, parallelism, salt, hash] = KEPT.exec(kept) ?? []
  if (salt === undefined || hash === undefined) return null
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** Runs few at once, the others after them. @throws Failure 'too-many-requests' when too many wait. */
function createTurns() {
  let running = 0
  const waiting: (() => void)[] = []

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (waiting.length >= MAX_WAITING) throw new Failure('too-many-requests', 'passwords wait')
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      // Whoever waits longest takes over the place.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
