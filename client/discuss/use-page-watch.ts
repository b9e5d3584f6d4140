/** The page watch of client/discuss/page-watch.ts over the paper of this page. */
import { useEffect, useMemo } from 'react'
import type * as Y from 'yjs'
import { createObservable } from '../open-plan/observable.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import type { Begun } from './begun.ts'
import type { Draft } from './discuss-setting.ts'
import { DRAFT, leftDraftId, markOf, markOfDraft } from './marked-threads.ts'
import { createPageWatch, type PageParts, type PageWatch } from './page-watch.ts'
import type { Spots } from './measure-spots.ts'
import type { ShownThread } from './shown-threads.ts'
import { createWordPlaces, type WordPlaces } from './word-places.ts'

const NO_SPOTS = createObservable<Spots>({ byThread: new Map(), marks: new Map() })
const NO_PARTS = createObservable<PageParts>({ texts: new Map(), slots: new Map() })
const NOTHING_FOUND: Pick<WordPlaces, 'wordsOf' | 'find'> = {
  wordsOf: () => null,
  find: () => null,
}

export interface WatchedPage {
  readonly parts: PageParts
  readonly spots: Spots
  readonly words: Pick<WordPlaces, 'wordsOf' | 'find'>
  readonly watch: PageWatch | null
}

interface WatchedPageOptions {
  readonly main: HTMLElement | null
  readonly doc: Y.Doc
  /** Those that are to be seen, the chosen one among them. */
  readonly shown: readonly ShownThread[]
  readonly chosenId: string | null
  readonly draft: Draft | null
  readonly left: readonly Begun[]
}

export function useWatchedPage(options: WatchedPageOptions): WatchedPage {
  const { main, doc, shown, chosenId, draft, left } = options
  const held = useMemo(() => (main ? createHeld(main, doc) : null), [main, doc])
  useEffect(() => held?.begin(), [held])

  const marked = useMemo(
    () => [
      ...shown.map(markOf),
      ...left.map((begun) => markOfDraft(leftDraftId(begun), begun)),
      ...(draft ? [markOfDraft(DRAFT, draft)] : []),
    ],
    [shown, left, draft],
  )
  const chosen = draft ? DRAFT : chosenId
  useEffect(() => {
    held?.watch.setThreads(marked, chosen)
  }, [held, marked, chosen])

  const parts = useObservable(held?.watch.parts ?? NO_PARTS)
  const spots = useObservable(held?.watch.spots ?? NO_SPOTS)
  return { parts, spots, words: held?.words ?? NOTHING_FOUND, watch: held?.watch ?? null }
}

/** Begun when the page is there, and ended with it. */
function createHeld(main: HTMLElement, doc: Y.Doc) {
  const words = createWordPlaces(doc, (textId) => watch.noteChanged(textId))
  const watch = createPageWatch(main, words)
  return {
    words,
    watch,
    begin() {
      const [stopWords, stopWatch] = [words.begin(), watch.begin()]
      return () => {
        stopWatch()
        stopWords()
      }
    },
  }
}
