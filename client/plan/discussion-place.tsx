/**
 * Where what is said about the plan stands beside it. Nothing of it is loaded before the page is
 * drawn and nobody waits: the room is kept free, so that nothing moves when it comes.
 */
import { Suspense } from 'react'
import { lazyPart } from '../ui/lazy-part.ts'
import { useQuietMoment } from '../ui/quiet-moment.ts'
import { loadWordsOf } from '../words/language.tsx'
import type { MapSection } from './plan-map.ts'

const PlanDiscussion = lazyPart(async () => {
  const [{ PlanDiscussion: discussion }] = await Promise.all([
    import('./plan-discussion.tsx'),
    loadWordsOf('discuss'),
  ])
  return discussion
})

export function DiscussionPlace({ sections }: { readonly sections: readonly MapSection[] }) {
  const isQuiet = useQuietMoment()
  return (
    <div>
      {isQuiet && (
        <Suspense fallback={null}>
          <PlanDiscussion sections={sections} />
        </Suspense>
      )}
    </div>
  )
}
