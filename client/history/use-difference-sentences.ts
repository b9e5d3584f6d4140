/** What changed in a plan, in sentences, by section: the whole of it in words alone. */
import { useLingui } from '@lingui/react/macro'
import { languageTraits } from '../../shared/languages.ts'
import type {
  EvidenceChange,
  FieldChange,
  Period,
  PlanFactChange,
} from '../../shared/plan/plan-difference.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import type { SectionDifference } from './difference-by-section.ts'
import { useTemplateWords } from './history-setting.ts'
import { useActionSentences } from './use-action-sentences.ts'
import { useTextSentences } from './use-text-sentences.ts'

export interface DifferenceSentences {
  /** Of the plan itself. */
  readonly facts: (facts: readonly PlanFactChange[]) => readonly string[]
  readonly section: (section: SectionDifference) => readonly string[]
}

export function useDifferenceSentences(): DifferenceSentences {
  const { t } = useLingui()
  const factSentence = useFactSentence()
  const { fields: fieldWords } = useTemplateWords()
  const textSentences = useTextSentences()
  const actionSentences = useActionSentences()
  const evidenceSentence = useEvidenceSentence()

  const fieldSentence = ({ fieldId, text }: FieldChange, section: string) => {
    const label = fieldWords[fieldId]?.label ?? fieldId
    const changes = textSentences(text).join('; ')
    return t`In ${section}, “${label}”: ${changes}.`
  }
  return {
    facts: (facts) => facts.map(factSentence),
    section: ({ name, fields, actions, evidence }) => [
      ...fields.map((change) => fieldSentence(change, name)),
      ...actions.flatMap(actionSentences),
      ...evidence.map((change) => evidenceSentence(change, name)),
    ],
  }
}

function useFactSentence(): (change: PlanFactChange) => string {
  const { t } = useLingui()
  const { language } = useLanguage()
  const noDate = t`no date`
  const periodWords = ({ start, end }: Period) =>
    [start, end].map((date) => (date ? shortDate(date, language) : noDate)).join(' – ')
  return (change) => {
    switch (change.fact) {
      case 'title': {
        const { from, to } = change
        return t`The plan is called “${to}”. It was “${from}”.`
      }
      case 'period': {
        const [from, to] = [periodWords(change.from), periodWords(change.to)]
        return t`The period is ${to}. It was ${from}.`
      }
      case 'language': {
        const [from, to] = [languageTraits(change.from).name, languageTraits(change.to).name]
        return t`The plan is written in ${to}. It was ${from}.`
      }
    }
  }
}

function useEvidenceSentence(): (change: EvidenceChange, section: string) => string {
  const { t } = useLingui()
  return ({ from, to }, section) => {
    const [was, is] = [from?.label ?? '', to?.label ?? '']
    if (from === null) return t`In ${section}, evidence is added: ${is}.`
    if (to === null) return t`In ${section}, evidence is removed: ${was}.`
    return t`In ${section}, evidence is changed: ${is}. It was ${was}.`
  }
}
