/** The tools of the text that is being edited, as commands; none while no rich text is. */
import type { Command } from '../commands/command.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { textEditingOf } from '../text/text-editing.ts'
import { useTextTools } from '../text/use-text-tools.ts'

export function useTextCommands(): readonly Command[] {
  const live = useObservable(textEditingOf(useOpenPlan()).live)
  const tools = useTextTools()
  if (live?.kind !== 'rich') return []
  return tools.map(({ id, words, also, icon, chord, inSlashMenu, run }) => ({
    id: `text-${id}`,
    group: 'text',
    words,
    also,
    ...(icon && { icon }),
    ...(chord && { chord }),
    isQuiet: inSlashMenu === 'found',
    run: () => run(live.editor),
  }))
}
