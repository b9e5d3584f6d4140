/** Everything of the discussion that stands on the paper itself: letters over words and at places. */
import { useMemo } from 'react'
import { useDiscussSetting } from './discuss-setting.ts'
import type { Spots } from './measure-spots.ts'
import type { PageParts } from './page-watch.ts'
import { commitmentOfSlot } from './new-action-slot.ts'
import { placeName, placeOfName } from './place-name.ts'
import { PlaceSlot } from './place-slot.tsx'
import { usePlaceTitle } from './place-titles.ts'
import type { ShownThread } from './shown-threads.ts'
import { SuggestActionSlot } from './suggest-action-slot.tsx'
import { TextMarks } from './text-marks.tsx'

interface PageMarksProps {
  readonly parts: PageParts
  readonly spots: Spots
  readonly shown: readonly ShownThread[]
  readonly onOpen: (threadId: string) => void
  readonly onComment: (placeName: string) => void
  readonly onSuggestAction: (placeName: string) => void
}

const NO_THREADS: readonly ShownThread[] = []

export function PageMarks(props: PageMarksProps) {
  const { parts, spots, shown, onOpen, onComment, onSuggestAction } = props
  const { entry, places, chosenId } = useDiscussSetting()
  const titleOf = usePlaceTitle(places)
  const { mayDiscuss, maySuggest, mayWrite } = entry.me
  const byId = useMemo(() => new Map(shown.map((it) => [it.threadId, it])), [shown])
  // Those whose words are drawn have their letter there.
  const atSlots = useMemo(
    () =>
      Map.groupBy(
        shown.filter(({ threadId }) => !hasMark(spots, threadId)),
        ({ place }) => nearest(placeName(place), parts),
      ),
    [shown, spots, parts],
  )
  return (
    <>
      {[...spots.marks].map(([textId, marks]) => {
        const root = parts.texts.get(textId)
        return root ? (
          <TextMarks
            key={textId}
            root={root}
            marks={marks}
            threadOf={(threadId) => byId.get(threadId)}
            chosenId={chosenId}
            onOpen={onOpen}
          />
        ) : null
      })}
      {[...parts.slots].map(([name, slot]) => {
        const commitment = commitmentOfSlot(name)
        if (commitment !== null) {
          // Those who may write make one themselves.
          if (!maySuggest || mayWrite) return null
          const section = places.find((one) => one.commitment === commitment)
          if (!section) return null
          return (
            <SuggestActionSlot
              key={name}
              slot={slot}
              onPress={() => onSuggestAction(`section:${section.id}`)}
            />
          )
        }
        const place = placeOfName(name)
        const threads = atSlots.get(name) ?? NO_THREADS
        if (!place || (threads.length === 0 && !mayDiscuss)) return null
        return (
          <PlaceSlot
            key={name}
            slot={slot}
            name={name}
            title={titleOf(place)}
            threads={threads}
            chosenId={threads.some(({ threadId }) => threadId === chosenId) ? chosenId : null}
            mayComment={mayDiscuss}
            onOpen={onOpen}
            onComment={onComment}
          />
        )
      })}
    </>
  )
}

function hasMark({ byThread }: Spots, threadId: string): boolean {
  const spot = byThread.get(threadId)
  return spot !== undefined && spot.isOnWords
}

/** A part of an action that is not drawn has its letters at the action. */
function nearest(name: string, { slots }: PageParts): string {
  return slots.has(name) ? name : name.replace(/:[^:]+$/, '')
}
