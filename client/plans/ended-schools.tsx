/** The schools that somebody belonged to, on the start page: which, since when, who can help. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { EndedSchool } from '../../shared/api/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useEndedWords } from '../ui/ended-words.ts'
import { useNow } from '../words/use-now.ts'
import styles from './start-page.module.css'

interface EndedSchoolsProps {
  /** The latest first. */
  readonly ended: readonly EndedSchool[]
}

/** For who belongs to no school just now. */
export function NoSchool({ ended }: EndedSchoolsProps) {
  const { t } = useLingui()
  const words = useEndedWords()
  const [latest, ...others] = ended
  if (!latest) {
    return (
      <EmptyState title={t`You do not belong to a school yet`}>
        <Trans>Ask the coordinator at your school for an invitation.</Trans>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={words(latest).title}>
      <p>{words(latest).advice}</p>
      {others.map((one) => (
        <p key={one.schoolId}>{words(one).title}.</p>
      ))}
    </EmptyState>
  )
}

/** Then whoever has another school knows it, and is left in peace. */
const TOLD_FOR_MS = 30 * 24 * 60 * 60 * 1000

/** For who has another school: what is not in the list any more, for a while. */
export function JustEnded({ ended }: EndedSchoolsProps) {
  const words = useEndedWords()
  const nowMs = useNow()
  return ended
    .filter(({ atMs }) => nowMs - atMs < TOLD_FOR_MS)
    .map((one) => (
      <section key={one.schoolId} className={styles['ended']}>
        <h2>{words(one).title}</h2>
        <p>{words(one).advice}</p>
      </section>
    ))
}
