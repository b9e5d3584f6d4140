/**
 * A plan that is not, or no longer, open to one. To those who belonged to its school it says that
 * this has ended, and who can help; to all others no more than before.
 */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { useEndedSchool } from '../api/use-ended-school.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useEndedWords } from '../ui/ended-words.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './plan-problem.module.css'

interface PlanDeniedProps {
  /** Of the plan, as far as the one who asks is to know it. */
  readonly schoolId: string | null
  /** Words that the school did not get were set aside on this device. */
  readonly hasSetAside: boolean
  /** What else of one's own is left. */
  readonly children?: ReactNode
}

export function PlanDenied({ schoolId, hasSetAside, children }: PlanDeniedProps) {
  const choice = useLanguage()
  const failureWords = useFailureWords()
  const endedWords = useEndedWords()
  const ended = useEndedSchool(schoolId)
  if (ended === undefined) return null
  const { title, advice } = ended ? endedWords(ended) : failureWords('access-denied')
  return (
    <Page title={title} {...choice}>
      <EmptyState
        title={title}
        takesFocus
        action={
          <div className={styles['actions']}>
            {!ended && (
              <Button tone="main" onPress={() => location.reload()}>
                <Trans>Try again</Trans>
              </Button>
            )}
            <LinkButton href="/" tone={ended ? 'main' : 'plain'}>
              <Trans>To the plans</Trans>
            </LinkButton>
          </div>
        }
      >
        <p>{advice}</p>
        {hasSetAside && (
          <p>
            <Trans>
              What you wrote last and the school did not get is set aside on this device. You find
              it on the start page.
            </Trans>
          </p>
        )}
      </EmptyState>
      {children}
    </Page>
  )
}
