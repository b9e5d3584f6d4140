/**
 * A command: something a person can do here and now, under its name. The list of all
 * commands (palette.tsx) is made of these; what cannot be done right now is not in it.
 */
import type { Searchable } from '../../shared/text/rank-words.ts'
import type { IconName } from '../ui/icon.tsx'

/** Where it stands in the list, in this order. */
export const COMMAND_GROUPS = ['text', 'action', 'plan', 'go', 'here'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface Command extends Searchable {
  /** Steady over visits: the last ones used are remembered by it. */
  readonly id: string
  readonly group: CommandGroup
  /** As its button says it. */
  readonly words: string
  readonly icon?: IconName
  /** A line of explanation under the words. */
  readonly hint?: string
  /** A key that does the same, as in key-list.ts. */
  readonly chord?: string
  /** Only when it is looked for: there are many of its kind. */
  readonly isQuiet?: boolean
  /** About somebody, by name: not noted as used, so that no name stays on the device. */
  readonly isPersonal?: boolean
  /** The browser must see that it comes from a key or a click: copying, downloading. */
  readonly isImmediate?: boolean
  /** Called when the list is closed and the focus is back where it was. */
  readonly run: () => void
}
