/** A notice above the plan when it was closed from the other side: it can be read, not written. */
import { Trans } from '@lingui/react/macro'
import { useObservable, useObserved } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { signInHere } from '../ui/sign-in-here.ts'
import { useEndingWords } from './ending-words.ts'

export function PlanEnded() {
  const { ending, recovery, saveState } = useOpenPlan()
  const code = useObservable(ending)
  const copies = useObservable(recovery)
  const isSetAside = copies.some(({ reason }) => reason === code)
  const isNotSaved = useObserved(saveState, (state) => state.endsWith('not-saved'))
  const isAtSchool = useObserved(saveState, (state) => state === 'saved-at-school')
  const isOnlyHere = isNotSaved || copies.some((copy) => copy.isOnlyHere)
  const endingWords = useEndingWords()
  if (!code) return null
  const { title, advice, wayOut } = endingWords(code, { isSetAside, isAtSchool })
  return (
    <ErrorNotice
      title={title}
      action={
        code === 'sign-in-required' ? (
          <LinkButton href={signInHere()} tone="main">
            <Trans>Sign in</Trans>
          </LinkButton>
        ) : wayOut === 'reload' ? (
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
      {isOnlyHere ? (
        <Trans>
          What you wrote last is only in this window, because this browser keeps no copy. Copy it
          before you go on.
        </Trans>
      ) : (
        advice
      )}
    </ErrorNotice>
  )
}
