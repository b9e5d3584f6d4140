/** The windows that commands open over the plan page, each loaded when it is first wanted. */
import { lazy, type ReactNode, Suspense } from 'react'
import { useCommandWindows } from '../commands/command-window.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import type { MapSection } from './plan-map.ts'

const PlanPalette = lazy(() =>
  import('./plan-palette.tsx').then(({ PlanPalette: palette }) => ({ default: palette })),
)
const ShortcutsDialog = lazy(() =>
  import('../commands/shortcuts-dialog.tsx').then(({ ShortcutsDialog: dialog }) => ({
    default: dialog,
  })),
)
const PdfDialog = lazy(() =>
  import('./pdf-dialog.tsx').then(({ PdfDialog: dialog }) => ({ default: dialog })),
)

const ShareDialog = lazy(() =>
  import('../sharing/share-dialog.tsx').then(({ ShareDialog: dialog }) => ({ default: dialog })),
)

/** Signing out is another part's matter: whoever composes the pages brings it. */
export type RenderSignOut = (userId: string, onClose: () => void) => ReactNode

interface PlanCommandWindowsProps {
  readonly sections: readonly MapSection[]
  readonly renderSignOut: RenderSignOut
}

export function PlanCommandWindows({ sections, renderSignOut }: PlanCommandWindowsProps) {
  const { planId, entry } = useOpenPlan()
  const { shown, show } = useCommandWindows()
  const close = () => show(null)
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <PlanPalette sections={sections} onClose={close} />}
      {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {shown === 'share' && <ShareDialog entry={entry} onClose={close} />}
      {shown === 'pdf' && <PdfDialog planId={planId} onClose={close} />}
      {shown === 'sign-out' && renderSignOut(entry.me.userId, close)}
    </Suspense>
  )
}
