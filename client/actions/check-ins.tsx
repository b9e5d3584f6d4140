/** What was said about how an action goes, newest first. */
import { Trans } from '@lingui/react/macro'
import type { CheckIn } from '../../shared/plan/plan.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useStatusWords } from '../ui/status-words.ts'
import styles from './check-ins.module.css'
import { useOwnerPerson } from './use-owner-person.ts'

interface CheckInsProps {
  /** Oldest first. */
  readonly checkIns: readonly CheckIn[]
}

export function CheckIns({ checkIns }: CheckInsProps) {
  const { language } = useLanguage()
  const statusWords = useStatusWords()
  const personOf = useOwnerPerson()
  if (checkIns.length === 0) return null

  return (
    <div className={styles['checkIns']}>
      <span className={styles['label']}>
        <Trans>Check-ins</Trans>
      </span>
      <ol>
        {checkIns.toReversed().map(({ id, date, status, text, by }) => (
          <li key={id}>
            <span className={styles['facts']}>
              <StatusMark status={status} />
              {statusWords[status]} · {shortDate(date, language)} · {personOf(by).name}
            </span>
            <p className={styles['words']}>{text}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
