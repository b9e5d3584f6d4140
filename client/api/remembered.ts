/**
 * Replies, and small habits, kept on the device; replies so that a plan seen before opens when nobody
 * answers. Only used when there is no connection: a refusal is never answered
 * from memory. Kept for each person apart, and given only to the one whom the
 * latest reply named: a colleague at a shared computer must not come into
 * another's plans. Emptied by signing out; an entry is worth nothing without the
 * local copy of its plan.
 */
import { RequestFailed } from './request.ts'

const PREFIX = 'samplan.remembered.'
const USER = 'user'
const NOBODY = ''

/**
 * The fresh reply, remembered; without connection the one remembered from before, if any.
 *
 * @param userOf in replies that say it: who is signed in, null for nobody.
 */
export async function rememberedOr<Reply>(
  key: string,
  ask: () => Promise<Reply>,
  userOf?: (reply: Reply) => string | null,
): Promise<Reply> {
  try {
    const reply = await ask()
    if (userOf) remember(USER, userOf(reply) ?? NOBODY)
    remember(ofUser(key), reply)
    return reply
  } catch (error) {
    const isOffline = error instanceof RequestFailed && error.problem === 'no-connection'
    const kept = isOffline ? recall<Reply>(ofUser(key)) : null
    if (kept === null) throw error
    return kept
  }
}

/** The replies remembered for this person under keys that begin so. */
export function recallAll<Reply>(keyPrefix: string): readonly Reply[] {
  try {
    const prefix = ofUser(keyPrefix)
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + prefix))
      .flatMap((key) => recall<Reply>(key.slice(PREFIX.length)) ?? [])
  } catch {
    return []
  }
}

/** What this person left here under the key; null when nothing. Not yet checked. */
export function recallMine(key: string): unknown {
  return recall<unknown>(ofUser(key))
}

/** Keeps a small habit of this person, as JSON, until they sign out. */
export function rememberMine(key: string, value: unknown): void {
  remember(ofUser(key), value)
}

/** Forgets every reply and habit: after signing out, on a device that others use. Never throws. */
export function forgetAll(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key)
    }
  } catch {
    // A browser that refuses the storage has remembered nothing.
  }
}

function ofUser(key: string): string {
  return `${recall<string>(USER) ?? NOBODY}.${key}`
}

function remember(key: string, reply: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(reply))
  } catch {
    // Full or refused: then this plan opens online only.
  }
}

function recall<Reply>(key: string): Reply | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? null : (JSON.parse(text) as Reply)
  } catch {
    return null
  }
}
