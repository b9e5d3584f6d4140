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
import { countThreads, isOpenThread } from './listed-threads.ts'
import { MarginHead } from './margin-head.tsx'
import { Margin, useShowingDone } from './margin.tsx'
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
import { useDenied } from './use-denied.ts'
import { useDraft } from './use-draft.ts'
import { useListed, useWatchedPage } from './use-page-watch.ts'
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
  const [isShowingDone, setShowingDone] = useShowingDone()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const drafting = useDraft(plan)
  const { draft } = drafting

  const shown = useMemo(
    () => known.filter((it) => isShowingDone || isOpenThread(it) || it.threadId === chosenId),
    [known, isShowingDone, chosenId],
  )
  const page = useWatchedPage({ main, doc, shown, chosenId, draft })
  const listed = useListed(shown, page.spots, chosenId, isShowingDone)
  useThreadNews(all, places, entry.me.memberId)

  const open = useCallback((threadId: string) => {
    setChosenId(threadId)
    setSheetOpen(true)
    focusNote(threadId)
  }, [])
  const beginAtWords = (mode?: Draft['mode']) => {
    if (main) drafting.beginAtWords(main, mode)
    setSheetOpen(true)
  }
  const { beginAt: draftAt } = drafting
  const beginAt = useCallback(
    (name: string, mode: Draft['mode'], beside: string | null) => {
      draftAt(name, mode, beside)
      setSheetOpen(true)
    },
    [draftAt],
  )
  const beginComment = useCallback((name: string) => beginAt(name, 'comment', null), [beginAt])
  const beginAction = (name: string) => beginAt(name, 'suggest', newActionSlotOf(places, name))
  useWishes({
    plan,
    threads: all,
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
    choose: setChosenId,
    goToPlace: (place) => {
      setSheetOpen(false)
      goToPlace(place)
    },
    renderOwners,
  }
  const endDraft = (threadId: string | null) => {
    drafting.end()
    if (threadId !== null) open(threadId)
    else setSheetOpen(false)
  }
  const notes = {
    head: (
      <MarginHead
        counts={countThreads(known)}
        isShowingDone={isShowingDone}
        onShowDone={setShowingDone}
        onDecisions={onDecisions}
      />
    ),
    listed,
    spots: page.spots,
    draft,
    onDraftEnd: endDraft,
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
            drafting.end()
            draft?.goBack()
          }}
        />
      )}
      <PageMarks
        parts={page.parts}
        spots={page.spots}
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
