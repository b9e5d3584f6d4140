/**
 * A plan without connection and without a copy on this device. It opens by itself when the school
 * answers.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'

export function PlanOutOfReach() {
  const { t } = useLingui()
  const choice = useLanguage()
  const { keepingTrouble } = useOpenPlan()
  const areWordsLost = useObservable(keepingTrouble) === 'words-lost'
  const title = t`This plan is not on this device right now`
  return (
    <Page title={title} {...choice}>
      <EmptyState
        title={title}
        action={
          <LinkButton href="/">
            <Trans>To the plans</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>
            There is no connection to the school, and this device has no copy to show. The plan
            opens by itself as soon as the connection is back.
          </Trans>
        </p>
        {areWordsLost && (
          <p>
            <Trans>
              The browser has cleared the copy that was here. Words you wrote without a connection
              may have gone with it.
            </Trans>
          </p>
        )}
      </EmptyState>
    </Page>
  )
}
