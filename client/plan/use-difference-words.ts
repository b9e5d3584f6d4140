/** What was set aside and is not in the plan, as words to read and to copy. */
import { useLingui } from '@lingui/react/macro'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { oneLine, plainText } from '../../shared/text/plain-text.ts'
import { useActionLabels } from '../actions/action-labels.ts'
import { useActionSetting } from '../actions/action-setting.ts'
import { useOwnerPerson } from '../actions/use-owner-person.ts'
import type { ActionChange, Difference } from '../open-plan/set-aside-difference.ts'
import { useStatusWords } from '../ui/status-words.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'

/** One entry per place in the plan, with an empty line between. */
export function useDifferenceWords(): (differences: readonly Difference[]) => string {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { template } = useActionSetting()
  const actionWords = useActionWords()
  const dateWords = useDateWords()

  const entry = (difference: Difference): string | null => {
    switch (difference.kind) {
      case 'title':
        return `${t`Title of the plan`}\n${difference.title}`
      case 'period':
        return `${t`Period`}\n${dateWords(difference.start)} – ${dateWords(difference.end)}`
      case 'text': {
        const label = template.words[language].fields[difference.fieldId]?.label
        const isEmptied = difference.text.length === 0
        if (!isEmptied && difference.missing.length === 0) return null
        return `${label ?? difference.fieldId}\n${isEmptied ? t`(empty)` : plainText(difference.missing)}`
      }
      case 'missing-action':
      case 'action':
        return actionWords(difference)
      case 'other':
        return null
    }
  }
  return (differences) => {
    const entries = differences.map(entry)
    const words = entries.filter((each) => each !== null)
    const isMore = words.length < entries.length
    const rest = t`Some things beside the words are different too, such as an order.`
    return [...words, ...(isMore ? [rest] : [])].join('\n\n')
  }
}

type ActionDifference = Extract<Difference, { kind: 'action' | 'missing-action' }>

function useActionWords(): (difference: ActionDifference) => string | null {
  const { t } = useLingui()
  const labels = useActionLabels()
  const { commitments } = useActionSetting()
  const statusWords = useStatusWords()
  const personOf = useOwnerPerson()
  const dateWords = useDateWords()

  const line = (change: ActionChange): string | null => {
    switch (change.kind) {
      case 'text': {
        const isEmptied = change.text.length === 0
        if (!isEmptied && change.missing.length === 0) return null
        const words = isEmptied ? t`(empty)` : plainText(change.missing)
        return `${labels[change.name].label}: ${words}`
      }
      case 'status':
        return `${t`Status`}: ${statusWords[change.status]}`
      case 'start':
        return `${t`Start`}: ${dateWords(change.date)}`
      case 'due':
        return `${t`Deadline`}: ${dateWords(change.date)}`
      case 'owners':
        return `${t`Owner`}: ${change.owners.map((owner) => personOf(owner).name).join(', ') || t`(nobody)`}`
      case 'moved': {
        const title = commitments.find(({ commitment }) => commitment === change.commitment)?.title
        return t`Moved to: ${title ?? change.commitment}`
      }
      case 'deleted':
        return t`Deleted`
      case 'brought-back':
        return t`Not deleted`
    }
  }
  return (difference) => {
    const { texts } = difference.action
    const name = oneLine(texts.title) || t`Action without a name`
    if (difference.kind === 'missing-action') {
      const words = Object.values(texts).map(plainText)
      return [t`An action that the plan does not have: ${name}`, ...words.slice(1)]
        .filter((each) => each !== '')
        .join('\n')
    }
    const lines = difference.changes.map(line).filter((each) => each !== null)
    return lines.length === 0 ? null : [t`Action: ${name}`, ...lines].join('\n')
  }
}

function useDateWords(): (date: CalendarDate | null) => string {
  const { t } = useLingui()
  const { language } = useLanguage()
  return (date) => (date === null ? t`(no date)` : shortDate(date, language))
}
