/** A notice above the plan when it was closed from the other side: it can be read, not written. */
import { Trans } from '@lingui/react/macro'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useEndingWords } from './ending-words.ts'

export function PlanEnded() {
  const { ending, recovery } = useOpenPlan()
  const code = useObservable(ending)
  const isSetAside = useObservable(recovery).some(({ reason }) => reason === code)
  const endingWords = useEndingWords()
  if (!code) return null
  const { title, advice, wayOut } = endingWords(code, isSetAside)
  return (
    <ErrorNotice
      title={title}
      action={
        wayOut === 'reload' ? (
          <Button tone="main" onPress={() => location.reload()}>
            <Trans>Reload the page</Trans>
          </Button>
        ) : (
          <LinkButton href="/">
            <Trans>To the plans</Trans>
          </LinkButton>
        )
      }
    >
      {advice}
    </ErrorNotice>
  )
}
