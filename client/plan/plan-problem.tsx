/** A plan that cannot be opened: what happened and what to do, on a page of its own. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import type { RequestProblem } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { signInHere } from '../ui/sign-in-here.ts'
import styles from './plan-problem.module.css'

interface PlanProblemProps {
  readonly problem: RequestProblem
  /** What of one's own is left. */
  readonly children?: ReactNode
}

export function PlanProblem({ problem, children }: PlanProblemProps) {
  const choice = useLanguage()
  const { title, advice } = useFailureWords()(problem)
  return (
    <Page title={title} {...choice}>
      <EmptyState
        title={title}
        takesFocus
        action={
          <div className={styles['actions']}>
            {problem === 'sign-in-required' ? (
              <LinkButton href={signInHere()} tone="main">
                <Trans>Sign in</Trans>
              </LinkButton>
            ) : (
              <Button tone="main" onPress={() => location.reload()}>
                <Trans>Try again</Trans>
              </Button>
            )}
            <LinkButton href="/">
              <Trans>To the plans</Trans>
            </LinkButton>
          </div>
        }
      >
        {advice}
      </EmptyState>
      {children}
    </Page>
  )
}
