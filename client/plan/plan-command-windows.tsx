/** The windows that commands open over the plan page, each loaded when it is first wanted. */
import { type ReactNode, Suspense } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import type { MapSection } from './plan-map.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { loadWordsOf } from '../words/language.tsx'

const PlanPalette = lazyPart(() =>
  import('./plan-palette.tsx').then(({ PlanPalette: palette }) => palette),
)
const ShortcutsDialog = lazyPart(() =>
  import('../commands/shortcuts-dialog.tsx').then(({ ShortcutsDialog: dialog }) => dialog),
)
const PdfDialog = lazyPart(() => import('./pdf-dialog.tsx').then(({ PdfDialog: dialog }) => dialog))

const DecisionsDialog = lazyPart(async () => {
  const [{ DecisionsDialog: dialog }] = await Promise.all([
    import('../discuss/decisions-dialog.tsx'),
    loadWordsOf('discuss'),
  ])
  return dialog
})
const ShareDialog = lazyPart(() =>
  import('../sharing/share-dialog.tsx').then(({ ShareDialog: dialog }) => dialog),
)

/** Windows that are another part's matter: whoever composes the pages brings them. */
export interface OtherWindows {
  /** The bell of what waits for me, for the bar. */
  readonly inbox: ReactNode
  readonly renderSignOut: (userId: string, onClose: () => void) => ReactNode
  /** Who is what for the plan. */
  readonly renderPlanPeople: (entry: PlanEntry, onClose: () => void) => ReactNode
}

interface PlanCommandWindowsProps {
  readonly sections: readonly MapSection[]
  readonly otherWindows: OtherWindows
}

export function PlanCommandWindows({ sections, otherWindows }: PlanCommandWindowsProps) {
  const { planId, entry } = useOpenPlan()
  const { shown, show } = useCommandWindows()
  const close = () => show(null)
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <PlanPalette sections={sections} onClose={close} />}
      {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {shown === 'share' && (
        <ShareDialog entry={entry} onPeople={() => show('people')} onClose={close} />
      )}
      {shown === 'people' && otherWindows.renderPlanPeople(entry, close)}
      {shown === 'decisions' && <DecisionsDialog places={sections} onClose={close} />}
      {shown === 'pdf' && <PdfDialog planId={planId} onClose={close} />}
      {shown === 'sign-out' && otherWindows.renderSignOut(entry.me.userId, close)}
    </Suspense>
  )
}
