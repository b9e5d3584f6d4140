/**
 * What is said about the open plan, put together: highlights and letters on the page, the
 * margin beside it or the sheet over it, and whatever the rest of the page wishes of it
 * (open-plan/discuss-wish.ts). Loaded after one can type.
 */
import { useCallback, useMemo, useState } from 'react'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { type DiscussSetting, DiscussSettingProvider, type Draft } from './discuss-setting.ts'
import { focusNote } from './focus-note.ts'
import { countThreads, inTextOrder, wantedThreads } from './listed-threads.ts'
import { MarginHead } from './margin-head.tsx'
import { Margin } from './margin.tsx'
import { newActionSlotOf } from './new-action-slot.ts'
import { PageMarks } from './page-marks.tsx'
import { textIdOf } from './place-name.ts'
import type { MapPlaces } from './place-titles.ts'
import { SelectionButton } from './selection-button.tsx'
import { Sheet } from './sheet.tsx'
import type { ShownThread } from './shown-threads.ts'
import { useThreads } from './threads-of.ts'
import { anchoredWords } from './word-places.ts'
import { useClickOnWords } from './use-click-on-words.ts'
import { useComposing } from './use-composing.ts'
import { useDenied } from './use-denied.ts'
import { useThreadsBegun } from './use-left.ts'
import { useWatchedPage } from './use-page-watch.ts'
import { useThreadNews } from './use-thread-news.ts'
import { useWide } from './use-wide.ts'
import { useWishes } from './use-wishes.ts'

interface DiscussionProps {
  readonly places: MapPlaces
  /** The paper, in which all places are. */
  readonly main: HTMLElement | null
  /** Leads to a place, and puts the focus there. */
  readonly goToPlace: (place: ThreadPlace) => void
  /** Shows a place without taking the focus: opens the action whose part it is. */
  readonly showPlace: (place: ThreadPlace) => void
  readonly renderOwners: DiscussSetting['renderOwners']
  /** Shows what was decided. */
  readonly onDecisions: () => void
}

const NONE: readonly ShownThread[] = []

export function Discussion(props: DiscussionProps) {
  const { places, main, goToPlace, showPlace, renderOwners, onDecisions } = props
  const plan = useOpenPlan()
  const { entry, doc } = plan
  const threads = useThreads(plan)
  const all = useObservable(threads.shown)
  const problem = useObservable(threads.problem)
  const isDenied = useDenied(entry.planId, problem)
  const known = isDenied ? NONE : (all ?? NONE)
  const isWide = useWide()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isShowingDone, setShowingDone] = useState(false)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const open = useCallback((threadId: string) => {
    setChosenId(threadId)
    setSheetOpen(true)
    focusNote(threadId)
  }, [])
  const { unfinished } = threads
  const written = useComposing({
    plan,
    unfinished,
    isWide,
    showSheet: setSheetOpen,
    onSent: open,
  })
  const { composing, left, beginAt, goOn } = written
  const draft = composing?.draft ?? null
  const begun = useThreadsBegun(unfinished, known)

  const shown = useMemo(() => {
    const kept = new Set([...begun, ...(chosenId === null ? [] : [chosenId])])
    return wantedThreads(known, { isShowingDone, kept })
  }, [known, isShowingDone, chosenId, begun])
  const page = useWatchedPage({ main, doc, shown, chosenId, draft, left })
  const { spots } = page
  const listed = useMemo(() => inTextOrder(shown, spots), [shown, spots])
  useThreadNews(all, places, entry.me.memberId)

  const beginAtWords = (mode?: Draft['mode']) => {
    if (main) written.beginAtWords(main, mode)
  }
  const beginComment = useCallback((name: string) => beginAt(name, 'comment', null), [beginAt])
  const beginAction = (name: string) => beginAt(name, 'suggest', newActionSlotOf(places, name))
  useWishes({
    plan,
    threads,
    open,
    showPlace,
    openSheet: () => !isWide && setSheetOpen(true),
    beginAtWords: () => beginAtWords(),
    beginComment,
    beginAction,
  })
  useClickOnWords(main, page.watch, setChosenId)

  const actionsById = useMemo(
    () => new Map(places.flatMap(({ actions }) => actions.map((it) => [String(it.id), it]))),
    [places],
  )
  const { words } = page
  const setting: DiscussSetting = {
    entry,
    threads,
    places,
    actionOf: (actionId) => actionsById.get(actionId) ?? null,
    wordsAt: (place) => {
      const textId = textIdOf(place)
      return textId === null ? null : words.wordsOf(textId)
    },
    anchoredWords: (place) => anchoredWords(words, place),
    chosenId,
    goOn,
    choose: setChosenId,
    goToPlace: (place) => {
      setSheetOpen(false)
      goToPlace(place)
    },
    renderOwners,
  }
  const notes = {
    head: (
      <MarginHead
        counts={countThreads(known)}
        drafts={left.length}
        isShowingDone={isShowingDone}
        onShowDone={setShowingDone}
        onDecisions={onDecisions}
      />
    ),
    listed,
    spots,
    composing,
    left,
    problem,
  }
  if (isDenied) return null
  return (
    <DiscussSettingProvider value={setting}>
      {isWide && <Margin {...notes} />}
      {!isWide && isSheetOpen && (
        <Sheet
          {...notes}
          onClose={() => {
            setSheetOpen(false)
            setChosenId(null)
            composing?.onLeave()
          }}
        />
      )}
      <PageMarks
        parts={page.parts}
        spots={spots}
        shown={shown}
        onOpen={open}
        onComment={beginComment}
        onSuggestAction={beginAction}
      />
      {main && entry.me.mayDiscuss && (
        <SelectionButton
          main={main}
          onComment={() => beginAtWords()}
          onSuggest={entry.me.maySuggest ? () => beginAtWords('suggest') : null}
        />
      )}
    </DiscussSettingProvider>
  )
}
