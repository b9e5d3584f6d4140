/** What a plan was cannot be shown: why, and what to do. */
import { Trans } from '@lingui/react/macro'
import { useFailureWords } from '../api/failure-words.ts'
import type { RequestProblem } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { signInHere } from '../ui/sign-in-here.ts'

interface HistoryProblemProps {
  readonly planId: string
  readonly problem: RequestProblem
  readonly onRetry: () => void
}

export function HistoryProblem({ planId, problem, onRetry }: HistoryProblemProps) {
  const { title, advice } = useFailureWords()(problem)
  return (
    <EmptyState
      title={title}
      action={<WayOut planId={planId} problem={problem} onRetry={onRetry} />}
    >
      {advice}
    </EmptyState>
  )
}

function WayOut({ planId, problem, onRetry }: HistoryProblemProps) {
  if (problem === 'sign-in-required') {
    return (
      <LinkButton href={signInHere()} tone="main">
        <Trans>Sign in</Trans>
      </LinkButton>
    )
  }
  if (problem === 'plan-not-found') {
    return (
      <LinkButton href="/" tone="main">
        <Trans>To the plans</Trans>
      </LinkButton>
    )
  }
  if (problem === 'access-denied' || problem === 'not-found') {
    return (
      <LinkButton href={`/plans/${planId}`} tone="main">
        <Trans>To the plan</Trans>
      </LinkButton>
    )
  }
  return (
    <Button tone="main" onPress={onRetry}>
      <Trans>Try again</Trans>
    </Button>
  )
}
