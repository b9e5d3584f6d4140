/** What is being written: how it begins, is sent, left, given up, and gone on with; the sheet goes along. */
import { useCallback } from 'react'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import type { Begun } from './begun.ts'
import type { ComposerProps } from './composer.tsx'
import type { Unfinished } from './unfinished.ts'
import { type Drafting, useDraft } from './use-draft.ts'
import { useDraftNotices } from './use-draft-notices.ts'
import { useLeftDrafts } from './use-left.ts'

interface ComposingOptions {
  readonly plan: OpenPlan
  readonly unfinished: Unfinished
  /** Are the notes beside the paper? */
  readonly isWide: boolean
  /** Stays the same. */
  readonly showSheet: (isShown: boolean) => void
  readonly onSent: (threadId: string) => void
}

export interface Composing extends Pick<Drafting, 'beginAtWords' | 'beginAt' | 'goOn'> {
  /** null: nothing is being written. */
  readonly composing: ComposerProps | null
  /** What was begun and left. */
  readonly left: readonly Begun[]
}

export function useComposing(options: ComposingOptions): Composing {
  const { plan, unfinished, isWide, showSheet, onSent } = options
  const drafting = useDraft(plan, unfinished)
  const { draft, end } = drafting
  const { tellKept, throwAway } = useDraftNotices(unfinished)
  const left = useLeftDrafts(unfinished, draft?.key ?? null)

  const { beginAtWords: draftAtWords, beginAt: draftAt, goOn: draftAgain } = drafting
  const beginAtWords = useCallback<Drafting['beginAtWords']>(
    (main, mode) => {
      draftAtWords(main, mode)
      showSheet(true)
    },
    [draftAtWords, showSheet],
  )
  const beginAt = useCallback<Drafting['beginAt']>(
    (placeName, mode, beside) => {
      draftAt(placeName, mode, beside)
      showSheet(true)
    },
    [draftAt, showSheet],
  )
  const goOn = useCallback<Drafting['goOn']>(
    (begun) => {
      draftAgain(begun)
      showSheet(true)
    },
    [draftAgain, showSheet],
  )
  const leave = () => {
    end()
    showSheet(false)
    draft?.goBack()
  }
  const composing = draft && {
    draft,
    onSent(threadId: string) {
      end()
      onSent(threadId)
    },
    onLeave() {
      leave()
      tellKept(draft.key, () => goOn(draft), isWide)
    },
    onGiveUp() {
      leave()
      throwAway(draft.key, () => goOn(draft))
    },
  }
  return { composing, left, beginAtWords, beginAt, goOn }
}
