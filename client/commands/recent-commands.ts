/** The commands that a person used last on this device: their own, and forgotten at sign-out. */
import { recallMine, rememberMine } from '../api/remembered.ts'
import type { Command } from './command.ts'

const RECENT = 'recent-commands'
const MOST_RECENT = 5

/** Ids, the latest first. */
export function recentCommands(): readonly string[] {
  const kept = recallMine(RECENT)
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
}

/** Does nothing for one that is about a person. */
export function noteCommand({ id, isPersonal }: Pick<Command, 'id' | 'isPersonal'>): void {
  if (isPersonal) return
  const others = recentCommands().filter((known) => known !== id)
  rememberMine(RECENT, [id, ...others].slice(0, MOST_RECENT))
}
