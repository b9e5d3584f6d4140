/** Which commands the list shows, and in which order. Pure. */
import { rankWords } from '../../shared/text/rank-words.ts'
import { type Command, COMMAND_GROUPS, type CommandGroup } from './command.ts'

export interface ListedGroup {
  /** 'fitting': everything that fits what was typed, the best first. */
  readonly group: CommandGroup | 'recent' | 'fitting'
  readonly commands: readonly Command[]
}

const MOST_FITTING = 12

/** @param recent ids of the commands used last, the latest first. */
export function listCommands(
  commands: readonly Command[],
  search: string,
  recent: readonly string[],
): readonly ListedGroup[] {
  if (search.trim() !== '') {
    const fitting = rankWords(commands, search).slice(0, MOST_FITTING)
    return withoutEmpty([{ group: 'fitting', commands: fitting }])
  }
  const again = recent.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  const others = commands.filter((command) => !command.isQuiet && !again.includes(command))
  return withoutEmpty([
    { group: 'recent', commands: again },
    ...COMMAND_GROUPS.map((group) => ({
      group,
      commands: others.filter((command) => command.group === group),
    })),
  ])
}

function withoutEmpty(groups: readonly ListedGroup[]): readonly ListedGroup[] {
  return groups.filter(({ commands }) => commands.length > 0)
}
