/** The page watch of client/discuss/page-watch.ts over the paper of this page. */
import { useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { createObservable } from '../open-plan/observable.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import type { Draft } from './discuss-setting.ts'
import { listThreads } from './listed-threads.ts'
import { DRAFT, markOf, markOfDraft } from './marked-threads.ts'
import { createPageWatch, type PageParts, type PageWatch } from './page-watch.ts'
import type { Spots } from './measure-spots.ts'
import type { ShownThread } from './shown-threads.ts'
import { createWordPlaces, type WordPlaces } from './word-places.ts'

const NO_SPOTS = createObservable<Spots>({ byThread: new Map(), marks: new Map() })
const NO_PARTS = createObservable<PageParts>({ texts: new Map(), slots: new Map() })
const NOTHING_FOUND: WordPlaces = {
  wordsOf: () => null,
  find: () => null,
  close: () => undefined,
}

export interface WatchedPage {
  readonly parts: PageParts
  readonly spots: Spots
  readonly words: WordPlaces
  readonly watch: PageWatch | null
}

interface WatchedPageOptions {
  readonly main: HTMLElement | null
  readonly doc: Y.Doc
  /** Those that are to be seen, the chosen one among them. */
  readonly shown: readonly ShownThread[]
  readonly chosenId: string | null
  readonly draft: Draft | null
}

export function useWatchedPage(options: WatchedPageOptions): WatchedPage {
  const { main, doc, shown, chosenId, draft } = options
  const [held, setHeld] = useState<{ watch: PageWatch; words: WordPlaces } | null>(null)
  useEffect(() => {
    if (!main) return undefined
    let watch: PageWatch | null = null
    const words = createWordPlaces(doc, (textId) => watch?.noteChanged(textId))
    watch = createPageWatch(main, words)
    const made = watch
    setHeld({ watch: made, words })
    return () => {
      made.close()
      words.close()
      setHeld(null)
    }
  }, [main, doc])

  const marked = useMemo(
    () => [...shown.map(markOf), ...(draft ? [markOfDraft(draft)] : [])],
    [shown, draft],
  )
  const chosen = draft ? DRAFT : chosenId
  useEffect(() => {
    held?.watch.setThreads(marked, chosen)
  }, [held, marked, chosen])

  const parts = useObservable(held?.watch.parts ?? NO_PARTS)
  const spots = useObservable(held?.watch.spots ?? NO_SPOTS)
  return { parts, spots, words: held?.words ?? NOTHING_FOUND, watch: held?.watch ?? null }
}

/** Those that are listed, in the order of the text. */
export function useListed(
  threads: readonly ShownThread[],
  spots: Spots,
  chosenId: string | null,
  isShowingDone: boolean,
): readonly ShownThread[] {
  return useMemo(
    () => listThreads(threads, spots, { chosenId, isShowingDone }),
    [threads, spots, chosenId, isShowingDone],
  )
}
