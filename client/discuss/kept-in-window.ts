/** What this window keeps about each plan, and the two that ask about it before it is lost. */
import { openDiscussDatabase } from '../open-plan/discuss-database.ts'
import { warnBeforeLeaving } from '../open-plan/surroundings.ts'
import { noteWordsInWindow } from '../open-plan/words-in-window.ts'
import { createBroughtBack } from './brought-back.ts'
import type { Said } from './outbox.ts'
import { createUnfinished } from './unfinished.ts'

/** What was begun and neither sent nor given up. */
export const unfinishedOf = keptInWindow(createUnfinished)

/** What was thrown away and is had back. */
export const broughtBackOf = keptInWindow((userId) =>
  createBroughtBack(() => openDiscussDatabase<Said>(userId, ownDatabases())),
)

/**
 * By person and plan, for as long as this window: the plan may be opened afresh meanwhile, or
 * another page be looked at.
 */
function keptInWindow<Kept extends { readonly hasAny: boolean }>(create: (userId: string) => Kept) {
  const all = new Map<string, Kept>()
  return (userId: string, planId: string): Kept => {
    const key = `${userId}/${planId}`
    const known = all.get(key)
    if (known) return known
    const kept = create(userId)
    all.set(key, kept)
    const holds = () => kept.hasAny
    warnBeforeLeaving(holds)
    noteWordsInWindow({ userId, planId, holds })
    return kept
  }
}

/** undefined: this browser has none, or refuses even to speak of it. */
export function ownDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
