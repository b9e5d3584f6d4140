/** Opens the sharing of a plan: who can come to it, and how. */
import { Trans } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { Button } from '../ui/button.tsx'

const ShareDialog = lazy(() =>
  import('./share-dialog.tsx').then(({ ShareDialog: dialog }) => ({ default: dialog })),
)

export function ShareButton({ entry }: { readonly entry: PlanEntry }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon="share" onPress={() => setIsOpen(true)}>
        <Trans>Share</Trans>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog entry={entry} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
