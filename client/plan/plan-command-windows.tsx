/** The windows that commands open over the plan page, each loaded when it is first wanted. */
import { type ReactNode, Suspense } from 'react'
import { useCommandWindows } from '../commands/command-window.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import type { MapSection } from './plan-map.ts'
import { lazyPart } from '../ui/lazy-part.ts'

const PlanPalette = lazyPart(() =>
  import('./plan-palette.tsx').then(({ PlanPalette: palette }) => palette),
)
const ShortcutsDialog = lazyPart(() =>
  import('../commands/shortcuts-dialog.tsx').then(({ ShortcutsDialog: dialog }) => dialog),
)
const PdfDialog = lazyPart(() => import('./pdf-dialog.tsx').then(({ PdfDialog: dialog }) => dialog))

const ShareDialog = lazyPart(() =>
  import('../sharing/share-dialog.tsx').then(({ ShareDialog: dialog }) => dialog),
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
