/** What the parts of an action are called, and what to think of when writing them. */
import { useLingui } from '@lingui/react/macro'
import type { ActionTextName } from '../../shared/plan/plan.ts'

interface ActionTextLabel {
  readonly label: string
  readonly placeholder: string
}

export function useActionLabels(): Readonly<Record<ActionTextName, ActionTextLabel>> {
  const { t } = useLingui()
  return {
    title: { label: t`Title`, placeholder: t`What will you do?` },
    goal: { label: t`Goal`, placeholder: t`What will be better afterwards?` },
    description: { label: t`How we do it`, placeholder: t`Who does what, step by step?` },
    indicator: {
      label: t`How we see that it works`,
      placeholder: t`From what to what, who counts, and when?`,
    },
    pupilsPart: {
      label: t`The pupils’ part`,
      placeholder: t`What do the pupils decide, make or test?`,
    },
    resources: { label: t`Resources`, placeholder: t`Time, people, equipment` },
  }
}
