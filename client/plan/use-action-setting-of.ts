/** What the actions of this plan stand in, steady as long as nothing of it changes. */
import { useMemo } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { Language } from '../../shared/languages.ts'
import { commitmentNumber } from '../../shared/plan/commitments.ts'
import type { Template } from '../../shared/templates/template.ts'
import type { ActionSetting } from '../actions/action-setting.ts'

interface SettingFacts {
  readonly members: PlanEntry['members']
  readonly today: PlanEntry['school']['today']
  readonly template: Template
  readonly mayWrite: boolean
  readonly language: Language
}

export function useActionSettingOf(facts: SettingFacts): ActionSetting {
  const { members, today, template, mayWrite, language } = facts
  return useMemo(
    () => ({
      template,
      members,
      today,
      mayWrite,
      commitments: template.sections.flatMap(({ id, commitment }) =>
        commitment === null
          ? []
          : [
              {
                commitment,
                number: commitmentNumber(commitment),
                title: template.words[language].sections[id]?.title ?? id,
              },
            ],
      ),
    }),
    [members, today, template, mayWrite, language],
  )
}
