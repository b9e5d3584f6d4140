/** A whole page that cannot be shown: why, and the one thing to do about it. */
import { Trans } from '@lingui/react/macro'
import { useFailureWords } from '../api/failure-words.ts'
import type { RequestProblem } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { signInHere } from '../ui/sign-in-here.ts'

interface PageProblemProps {
  readonly problem: RequestProblem
  readonly onRetry: () => void
}

export function PageProblem({ problem, onRetry }: PageProblemProps) {
  const { title, advice } = useFailureWords()(problem)
  return (
    <EmptyState title={title} action={<WayOut problem={problem} onRetry={onRetry} />}>
      {advice}
    </EmptyState>
  )
}

function WayOut({ problem, onRetry }: PageProblemProps) {
  if (problem === 'sign-in-required') {
    return (
      <LinkButton href={signInHere()} tone="main">
        <Trans>Sign in</Trans>
      </LinkButton>
    )
  }
  if (problem === 'access-denied' || problem === 'not-found') {
    return (
      <LinkButton href="/" tone="main">
        <Trans>To the plans</Trans>
      </LinkButton>
    )
  }
  return (
    <Button tone="main" onPress={onRetry}>
      <Trans>Try again</Trans>
    </Button>
  )
}
