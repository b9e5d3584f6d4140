/** What the things of a plan are called where their history is told. */
import { useLingui } from '@lingui/react/macro'
import { type Commitment, commitmentNumber } from '../../shared/plan/commitments.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { useHistorySetting, useTemplateWords } from './history-setting.ts'

export function useActionName(): (action: Action) => string {
  const { t } = useLingui()
  return ({ texts }) => oneLine(texts.title) || t`Action without a name`
}

/** '2 Samarbeid' */
export function useCommitmentName(): (commitment: Commitment) => string {
  const { template } = useHistorySetting()
  const { sections } = useTemplateWords()
  return (commitment) => {
    const section = template.sections.find((one) => one.commitment === commitment)
    return `${commitmentNumber(commitment)} ${sections[section?.id ?? '']?.title ?? commitment}`
  }
}
