/** Copies the whole plan, as this window has it, offline too. */
import { useLingui } from '@lingui/react/macro'
import type { Plan } from '../../shared/plan/plan.ts'
import { ACTION_TEXTS } from '../../shared/plan/plan.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { useActionLabels } from '../actions/action-labels.ts'
import { useOwnerPerson } from '../actions/use-owner-person.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useNotice } from '../ui/notice.tsx'
import { useStatusWords } from '../ui/status-words.ts'
import { toClipboard } from '../ui/to-clipboard.ts'
import { periodYears, shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import type { MapSection } from './plan-map.ts'
import { type ActionToCopy, planCopy, type PlanToCopy } from './plan-to-copy.tsx'

export function useCopyPlan(plan: Plan, sections: readonly MapSection[]): () => void {
  const { t } = useLingui()
  const showNotice = useNotice()
  const read = usePlanToCopy(plan, sections)
  return () => {
    toClipboard(planCopy(read())).then(
      () => showNotice({ words: t`The whole plan is copied. Paste it where you want it.` }),
      () =>
        showNotice({
          words: t`The browser did not let the plan be copied. Export it as a web page instead.`,
        }),
    )
  }
}

function usePlanToCopy(plan: Plan, sections: readonly MapSection[]): () => PlanToCopy {
  const { t } = useLingui()
  const { entry } = useOpenPlan()
  const { language } = useLanguage()
  const labels = useActionLabels()
  const statusWords = useStatusWords()
  const person = useOwnerPerson()

  const actionToCopy = (action: Plan['actions'][number], number: string): ActionToCopy => {
    const { owners, start, due, status, texts } = action
    const date = (day: typeof due) => (day === null ? '' : shortDate(day, language))
    return {
      title: `${number} ${oneLine(texts.title) || t`Action without a name`}`,
      facts: [
        { label: t`Status`, value: statusWords[status] },
        { label: t`Owner`, value: owners.map((owner) => person(owner).name).join(', ') },
        { label: t`Start`, value: date(start) },
        { label: t`Deadline`, value: date(due) },
      ].filter(({ value }) => value !== ''),
      texts: ACTION_TEXTS.filter((name) => name !== 'title' && texts[name].length > 0).map(
        (name) => ({ id: name, label: labels[name].label, text: texts[name] }),
      ),
      notes: [
        ...action.checkIns.map(
          (note) => `${date(note.date)}, ${statusWords[note.status]}: ${note.text}`,
        ),
        ...plan.evidence
          .filter(({ target }) => 'actionId' in target && target.actionId === action.id)
          .map(({ label, address }) => (address === null ? label : `${label}: ${address}`)),
      ],
    }
  }
  return () => ({
    title: plan.title || t`Plan without a title`,
    facts: [entry.school.name, periodYears(plan.periodStart, plan.periodEnd)]
      .filter((fact) => fact !== '')
      .join(' · '),
    sections: sections.map(({ number, title, fields, actions }) => ({
      title: number === null ? title : `${number} ${title}`,
      texts: fields
        .map(({ id, words }) => ({ id, label: words.label, text: plan.texts[id] ?? [] }))
        .filter(({ text }) => text.length > 0),
      actionsTitle: t`Actions`,
      actions: actions.map((action, index) => actionToCopy(action, `${number}.${index + 1}`)),
    })),
  })
}
