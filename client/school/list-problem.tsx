/** What a page asked for did not come: why, and trying again, in the place where it would stand. */
import { Trans } from '@lingui/react/macro'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { signInHere } from '../ui/sign-in-here.ts'

interface ListProblemProps {
  readonly error: Error
  readonly onRetry: () => void
}

export function ListProblem({ error, onRetry }: ListProblemProps) {
  const problem = problemOf(error)
  const { title, advice } = useFailureWords()(problem)
  return (
    <ErrorNotice
      title={title}
      action={
        problem === 'sign-in-required' ? (
          <LinkButton href={signInHere()}>
            <Trans>Sign in</Trans>
          </LinkButton>
        ) : (
          <Button onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {advice}
    </ErrorNotice>
  )
}
