/**
 * Replies kept on the device, so that a plan seen before opens when nobody
 * answers. Only used when there is no connection: a refusal is never answered
 * from memory. Emptied by signing out; an entry is worth nothing without the
 * local copy of its plan.
 */
import { RequestFailed } from './request.ts'

const PREFIX = 'samplan.remembered.'

/** The fresh reply, remembered; without connection the one remembered from before, if any. */
export async function rememberedOr<Reply>(key: string, ask: () => Promise<Reply>): Promise<Reply> {
  try {
    const reply = await ask()
    remember(key, reply)
    return reply
  } catch (error) {
    const isOffline = error instanceof RequestFailed && error.problem === 'no-connection'
    const kept = isOffline ? recall<Reply>(key) : null
    if (kept === null) throw error
    return kept
  }
}

/** Forgets every reply: after signing out, on a device that others use. */
export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  }
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
