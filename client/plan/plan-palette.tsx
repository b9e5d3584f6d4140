/**
 * The list of all commands over an open plan: everything that has a button, and every place and
 * word.
 */
import { useMemo } from 'react'
import type { Plan } from '../../shared/plan/plan.ts'
import { useOpenedAction } from '../actions/opened-action.ts'
import type { Command } from '../commands/command.ts'
import { Palette } from '../commands/palette.tsx'
import { usePlanReading, wholePlan } from '../open-plan/use-plan-reading.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { textEditingOf } from '../text/text-editing.ts'
import { createPlanSearch } from './find-in-plan.ts'
import { goToWords } from './go-to-words.ts'
import type { MapSection } from './plan-map.ts'
import { useActionListCommands } from './use-action-list-commands.ts'
import { useDiscussCommands } from './use-discuss-commands.ts'
import { useGoCommands, useHereCommands } from './use-go-commands.ts'
import { usePlanCommands } from './use-plan-commands.ts'
import { useTextCommands } from './use-text-commands.ts'

interface PlanPaletteProps {
  readonly sections: readonly MapSection[]
  readonly onClose: () => void
}

export function PlanPalette({ sections, onClose }: PlanPaletteProps) {
  const plan = usePlanReading(wholePlan)
  const commands = [
    ...useTextCommands(),
    ...useActionListCommands(plan),
    ...usePlanCommands(plan, sections),
    ...useDiscussCommands(sections),
    ...useGoCommands(sections),
    ...useHereCommands(sections, plan),
  ]
  const findInPlan = useFindInPlan(plan, sections)
  return <Palette commands={commands} findInPlan={findInPlan} onClose={onClose} />
}

function useFindInPlan(plan: Plan, sections: readonly MapSection[]) {
  const openPlan = useOpenPlan()
  const { open } = useOpenedAction()
  const search = useMemo(() => createPlanSearch(plan, sections), [plan, sections])
  return (words: string): readonly Command[] =>
    search(words).map((hit) => ({
      id: `found-${hit.textId}`,
      group: 'go',
      words: hit.excerpt,
      hint: hit.place,
      icon: 'search',
      run: () =>
        goToWords(hit, {
          editing: textEditingOf(openPlan),
          openAction: (id) => open(id, null),
        }),
    }))
}
