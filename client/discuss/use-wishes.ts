/** Answers what the rest of the page wishes of the discussion, and the key that leads to it and back. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { RequestProblem } from '../api/request.ts'
import { type DiscussWish, discussWishOf } from '../open-plan/discuss-wish.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { useObservable, useObserved } from '../open-plan/use-observable.ts'
import { useNotice } from '../ui/notice.tsx'
import { isInNotes, noteInView } from './focus-note.ts'
import type { Threads } from './threads.ts'
import { wayBack } from './way-back.ts'

interface WishesOptions {
  readonly plan: OpenPlan
  readonly threads: Threads
  readonly open: (threadId: string) => void
  readonly showPlace: (place: ThreadPlace) => void
  readonly openSheet: () => void
  readonly beginAtWords: () => void
  readonly beginComment: (placeName: string) => void
  /** In the section of this name. */
  readonly beginAction: (placeName: string) => void
}

/** Then the page is another one soon, or says itself what one can do. */
const SAID_BY_THE_PAGE: readonly RequestProblem[] = ['access-denied', 'sign-in-required']

export function useWishes(options: WishesOptions): void {
  const { plan, threads } = options
  const { t } = useLingui()
  const showNotice = useNotice()
  const wishes = discussWishOf(plan)
  const wish = useObservable(wishes)
  const isKnown = useObserved(threads.shown, (shown) => shown !== null)
  const hasProblem = useObserved(threads.problem, (problem) => problem !== null)
  const goBack = useRef<() => void>(() => document.getElementById('main')?.focus())
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  /** A wish that comes ends the one before it, if that is still being looked up. */
  const answered = useRef(0)
  useEffect(() => () => void (answered.current += 1), [])

  const toNotesAndBack = () => {
    const { open, openSheet } = latest.current
    if (isInNotes()) {
      goBack.current()
      return
    }
    goBack.current = wayBack(plan, null)
    const threadId = noteInView()
    openSheet()
    if (threadId !== null) open(threadId)
  }
  const show = async (threadId: string) => {
    const nth = answered.current
    const find = () => threads.shown.get()?.find((it) => it.threadId === threadId)
    // What is known here may be older than what is wished for.
    if (!find()) await threads.refresh()
    if (nth !== answered.current) return
    const thread = find()
    if (thread) {
      latest.current.showPlace(thread.place)
      latest.current.open(threadId)
      return
    }
    const problem = threads.problem.get()
    if (problem !== null && SAID_BY_THE_PAGE.includes(problem)) return
    showNotice({
      words:
        problem === null
          ? t`What was said there is not there any more.`
          : t`That discussion is not on this device yet. Try again when you are connected.`,
    })
  }
  const answer = (wanted: DiscussWish) => {
    const { beginAtWords, beginComment, beginAction } = latest.current
    answered.current += 1
    switch (wanted.kind) {
      case 'comment-on-words':
        return beginAtWords()
      case 'comment-at':
        return beginComment(wanted.place)
      case 'suggest-action':
        return beginAction(`section:${wanted.sectionId}`)
      case 'show':
        if (wanted.threadId === null) return toNotesAndBack()
        return void show(wanted.threadId)
    }
  }
  useEffect(() => {
    if (!wish) return
    // Whoever comes by an address waits until it is known what is there, or that nobody can say.
    const isEarly = !isKnown && !hasProblem
    if (wish.kind === 'show' && wish.threadId !== null && isEarly) return
    wishes.set(null)
    answer(wish)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a wish is answered once
  }, [wish, wishes, isKnown, hasProblem])
}
