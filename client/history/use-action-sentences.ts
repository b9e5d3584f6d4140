/** What became of an action, in sentences. */
import { useLingui } from '@lingui/react/macro'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { ActionChange, ActionPartChange } from '../../shared/plan/plan-difference.ts'
import type { CheckIn } from '../../shared/plan/plan.ts'
import { useActionLabels } from '../actions/action-labels.ts'
import { useStatusWords } from '../ui/status-words.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useActionName, useCommitmentName } from './history-names.ts'
import { useOwnerName } from './history-setting.ts'
import { useTextSentences } from './use-text-sentences.ts'

export function useActionSentences(): (change: ActionChange) => readonly string[] {
  const { t } = useLingui()
  const { language } = useLanguage()
  const actionName = useActionName()
  const commitmentName = useCommitmentName()
  const partSentence = usePartSentence()

  const standing = ({ action, before, after, isReordered }: ActionChange): string | null => {
    const name = actionName(action)
    if (after.kind === 'here') {
      const section = commitmentName(after.commitment)
      if (before.kind === 'deleted') return t`In ${section}, “${name}” is brought back.`
      if (before.kind === 'absent') {
        if (action.due === null) return t`In ${section}, “${name}” is added.`
        const due = shortDate(action.due, language)
        return t`In ${section}, “${name}” is added, with the deadline ${due}.`
      }
      const { number } = after
      return isReordered ? t`In ${section}, “${name}” is number ${number} now.` : null
    }
    if (before.kind === 'here') {
      const section = commitmentName(before.commitment)
      return after.kind === 'deleted'
        ? t`In ${section}, “${name}” is deleted.`
        : t`In ${section}, “${name}” is not there any more.`
    }
    if (before.kind === 'absent') return t`“${name}” was made and deleted again.`
    return after.kind === 'absent' ? t`The deleted “${name}” is not there any more.` : null
  }
  return (change) => {
    const name = actionName(change.action)
    return [standing(change), ...change.parts.map((part) => partSentence(name, part))].filter(
      (sentence) => sentence !== null,
    )
  }
}

function usePartSentence(): (name: string, change: ActionPartChange) => string | null {
  const { t } = useLingui()
  const { language } = useLanguage()
  const labels = useActionLabels()
  const statusWords = useStatusWords()
  const commitmentName = useCommitmentName()
  const ownerName = useOwnerName()
  const textSentences = useTextSentences()
  const dateSentence = useDateSentence()
  const checkInWords = ({ date, status, text }: CheckIn) =>
    `${shortDate(date, language)}, ${statusWords[status]}${text === '' ? '' : `, ${text}`}`

  return (name, change) => {
    switch (change.part) {
      case 'text': {
        const { label } = labels[change.name]
        const changes = textSentences(change.text).join('; ')
        return changes === '' ? null : t`“${name}”, ${label}: ${changes}.`
      }
      case 'commitment': {
        const [from, to] = [commitmentName(change.from), commitmentName(change.to)]
        return t`“${name}” is moved from ${from} to ${to}.`
      }
      case 'status': {
        const [from, to] = [statusWords[change.from], statusWords[change.to]]
        return t`“${name}”: the status is “${to}”. It was “${from}”.`
      }
      case 'start':
      case 'due':
        return dateSentence(name, change)
      case 'owners': {
        const [fresh, gone] = [change.fresh, change.gone].map((owners) =>
          owners.map(ownerName).join(', '),
        )
        if (gone === '') return t`“${name}”: responsible too: ${fresh}.`
        if (fresh === '') return t`“${name}”: not responsible any more: ${gone}.`
        return t`“${name}”: responsible now: ${fresh}. Not any more: ${gone}.`
      }
      case 'check-in': {
        const words = change.to ? checkInWords(change.to) : ''
        const was = change.from ? checkInWords(change.from) : ''
        if (was === '') return t`“${name}”, new check-in: ${words}.`
        if (words === '') return t`“${name}”, check-in removed: ${was}.`
        return t`“${name}”, check-in: ${words}. It was: ${was}.`
      }
    }
  }
}

type DateChange = Extract<ActionPartChange, { readonly part: 'start' | 'due' }>

function useDateSentence(): (name: string, change: DateChange) => string {
  const { t } = useLingui()
  const { language } = useLanguage()
  const words = (date: CalendarDate | null) => (date === null ? '' : shortDate(date, language))
  return (name, { part, from, to }) => {
    const [was, is] = [words(from), words(to)]
    if (part === 'due') {
      if (is === '') return t`“${name}” has no deadline any more. It was ${was}.`
      if (was === '') return t`“${name}” has the deadline ${is}.`
      return t`“${name}” has the deadline ${is}. It was ${was}.`
    }
    if (is === '') return t`“${name}” has no start any more. It was ${was}.`
    if (was === '') return t`“${name}” starts ${is}.`
    return t`“${name}” starts ${is}. It was ${was}.`
  }
}
