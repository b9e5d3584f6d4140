/**
 * What the plan page says of its own past: since I was last here, who changed each place, and that
 * somebody went back just now. All of it is loaded when the page has time, or when it is wanted,
 * for those who may see it.
 */
import { type ReactNode, Suspense, useCallback } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { authorsShown } from '../history/authors-shown.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { PlaceNoteProvider } from '../ui/place-note.tsx'
import { useQuietMoment } from '../ui/quiet-moment.ts'
import { loadWordsOf } from '../words/language.tsx'

const SinceLastNote = lazyPart(async () => {
  const [{ SinceLastNote: note }] = await Promise.all([
    import('../history/since-last-note.tsx'),
    loadWordsOf('history'),
  ])
  return note
})
const ChangedBy = lazyPart(async () => {
  const [{ ChangedBy: note }] = await Promise.all([
    import('../history/changed-by.tsx'),
    loadWordsOf('history'),
  ])
  return note
})
const WentBackNote = lazyPart(async () => {
  const [{ WentBackNote: note }] = await Promise.all([
    import('../history/went-back-note.tsx'),
    loadWordsOf('history'),
  ])
  return note
})
const AuthorsLegend = lazyPart(async () => {
  const [{ AuthorsLegend: legend }] = await Promise.all([
    import('../history/authors-legend.tsx'),
    loadWordsOf('history'),
  ])
  return legend
})

interface HistoryPartsProps {
  readonly entry: PlanEntry
}

/** Above the plan: what others have changed since I was last here. */
export function SinceLast({ entry: { planId, me } }: HistoryPartsProps) {
  const isQuiet = useQuietMoment()
  if (!isQuiet || !me.mayReadHistory) return null
  return (
    <Suspense fallback={null}>
      <SinceLastNote planId={planId} myMemberId={me.memberId} />
    </Suspense>
  )
}

/** To those who write here: somebody else went back to an earlier moment. */
export function WentBack({ entry }: HistoryPartsProps) {
  const wentBack = useObservable(useOpenPlan().wentBack)
  if (wentBack === null || wentBack.by === entry.me.memberId) return null
  return (
    <Suspense fallback={null}>
      <WentBackNote entry={entry} wentBack={wentBack} />
    </Suspense>
  )
}

/** Whose each letter is, while somebody wants to see it. */
export function Authors() {
  const isShown = useObservable(authorsShown(useOpenPlan()))
  if (!isShown) return null
  return (
    <Suspense fallback={null}>
      <AuthorsLegend />
    </Suspense>
  )
}

/** Beside each field and action in it: who changed it last. */
export function WithChangedBy({
  entry,
  children,
}: HistoryPartsProps & { readonly children: ReactNode }) {
  const { planId, me } = entry
  const isShown = useQuietMoment() && me.mayReadHistory
  const render = useCallback(
    (place: string) =>
      isShown ? (
        <Suspense fallback={null}>
          <ChangedBy planId={planId} place={place} />
        </Suspense>
      ) : null,
    [isShown, planId],
  )
  return <PlaceNoteProvider value={render}>{children}</PlaceNoteProvider>
}
