/**
 * Every section, field and action of the plan as a place to go to, and what is folded beside them.
 */
import { useLingui } from '@lingui/react/macro'
import type { Plan } from '../../shared/plan/plan.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { useActionSetting } from '../actions/action-setting.ts'
import { useOpenedAction } from '../actions/opened-action.ts'
import type { Command } from '../commands/command.ts'
import { goToField, goToSection, pressButton } from './go-to.ts'
import type { MapSection } from './plan-map.ts'

export function useGoCommands(sections: readonly MapSection[]): readonly Command[] {
  const { t } = useLingui()
  const { open } = useOpenedAction()
  return [
    ...sections.map(({ id, number, title }): Command => ({
      id: `go-${id}`,
      group: 'go',
      words: number === null ? title : `${number} ${title}`,
      icon: 'arrow-right',
      run: () => goToSection(id),
    })),
    ...sections.flatMap(({ title, fields, number, actions }) => [
      ...fields.map(({ id, words }): Command => ({
        id: `go-${id}`,
        group: 'go',
        words: words.label,
        hint: title,
        also: title,
        icon: 'pen',
        isQuiet: true,
        run: () => goToField(id),
      })),
      ...actions.map((action, index): Command => ({
        id: `go-${action.id}`,
        group: 'go',
        words: oneLine(action.texts.title) || t`Action without a name`,
        hint: `${number}.${index + 1} · ${title}`,
        also: `${number}.${index + 1}`,
        icon: 'arrow-right',
        isQuiet: true,
        run: () => open(action.id, 'card'),
      })),
    ]),
  ]
}

/**
 * What unfolds, and the dates of the plan: buttons on the page that a command presses. Readers
 * have none of these buttons: guidance and deleted actions are for those who write.
 */
export function useHereCommands(sections: readonly MapSection[], plan: Plan): readonly Command[] {
  const { t } = useLingui()
  const { mayWrite, commitments } = useActionSetting()
  if (!mayWrite) return []
  return [
    here('period-start', t`First day: choose a date`, '[data-command="periodStart"]'),
    here('period-end', t`Last day: choose a date`, '[data-command="periodEnd"]'),
    ...sections.flatMap(({ fields }) =>
      fields.map(({ id, words: { label } }) =>
        here(
          `guidance-${id}`,
          t`Guidance and questions: ${label}`,
          `[data-field-id="${id}"] [data-command="guidance"]`,
        ),
      ),
    ),
    ...commitments
      .filter(({ commitment }) => plan.deletedActions.some((it) => it.commitment === commitment))
      .map(({ commitment, number, title }) =>
        here(
          `deleted-${commitment}`,
          t`Deleted actions: ${number} ${title}`,
          `[data-command="deleted-${commitment}"]`,
        ),
      ),
  ]
}

function here(id: string, words: string, selector: string): Command {
  return {
    id,
    group: 'here',
    words,
    isQuiet: true,
    run: () => pressButton(document.querySelector<HTMLElement>(selector)),
  }
}
