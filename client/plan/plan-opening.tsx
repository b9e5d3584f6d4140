/** The moment before a plan can be read: its place on the page, and a word. */
import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'

interface PlanOpeningProps {
  /** '' while even that is not known. */
  readonly title: string
}

export function PlanOpening({ title }: PlanOpeningProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  return (
    <Page title={title} {...choice}>
      <EmptyState title={title || t`Opening the plan …`}>
        {title && (
          <output>
            <Trans>Opening the plan …</Trans>
          </output>
        )}
      </EmptyState>
    </Page>
  )
}
