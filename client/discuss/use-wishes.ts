/** Answers what the rest of the page wishes of the discussion, and the key that leads to it and back. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { type DiscussWish, discussWishOf } from '../open-plan/discuss-wish.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useNotice } from '../ui/notice.tsx'
import { isInNotes, noteInView } from './focus-note.ts'
import type { ShownThread } from './shown-threads.ts'
import { wayBack } from './way-back.ts'

interface WishesOptions {
  readonly plan: OpenPlan
  /** null: not known yet. */
  readonly threads: readonly ShownThread[] | null
  readonly open: (threadId: string) => void
  readonly showPlace: (place: ThreadPlace) => void
  readonly openSheet: () => void
  readonly beginAtWords: () => void
  readonly beginComment: (placeName: string) => void
  /** In the section of this name. */
  readonly beginAction: (placeName: string) => void
}

export function useWishes(options: WishesOptions): void {
  const { plan, threads } = options
  const { t } = useLingui()
  const showNotice = useNotice()
  const wishes = discussWishOf(plan)
  const wish = useObservable(wishes)
  const goBack = useRef<() => void>(() => document.getElementById('main')?.focus())
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

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
  const show = (threadId: string, known: readonly ShownThread[]) => {
    const thread = known.find((it) => it.threadId === threadId)
    if (!thread) return showNotice({ words: t`What was said there is not there any more.` })
    latest.current.showPlace(thread.place)
    latest.current.open(threadId)
  }
  const answer = (wanted: DiscussWish) => {
    const { beginAtWords, beginComment, beginAction } = latest.current
    switch (wanted.kind) {
      case 'comment-on-words':
        return beginAtWords()
      case 'comment-at':
        return beginComment(wanted.place)
      case 'suggest-action':
        return beginAction(`section:${wanted.sectionId}`)
      case 'show':
        if (wanted.threadId === null) return toNotesAndBack()
        return show(wanted.threadId, threads ?? [])
    }
  }
  useEffect(() => {
    if (!wish) return
    // Whoever comes by an address waits until it is known what is there.
    if (wish.kind === 'show' && wish.threadId !== null && threads === null) return
    wishes.set(null)
    answer(wish)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a wish is answered once
  }, [wish, wishes, threads])
}
