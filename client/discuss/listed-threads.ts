/** Which threads are listed, and in which order. Pure. */
import type { Spots } from './measure-spots.ts'
import type { ShownThread } from './shown-threads.ts'

/** Is there still something to talk about? A suggestion that was settled is done. */
export function isOpenThread({ state, suggestion }: ShownThread): boolean {
  return state === 'open' && (suggestion === null || suggestion.state === 'open')
}

export interface Wanted {
  readonly isShowingDone: boolean
  /** These show whatever has become of them: the chosen one, and those with words begun. */
  readonly kept: ReadonlySet<string>
}

export function wantedThreads(
  threads: readonly ShownThread[],
  { isShowingDone, kept }: Wanted,
): readonly ShownThread[] {
  return threads.filter((it) => isShowingDone || isOpenThread(it) || kept.has(it.threadId))
}

/** In the order of the text. */
export function inTextOrder(threads: readonly ShownThread[], spots: Spots): readonly ShownThread[] {
  const placeOf = ({ threadId }: ShownThread) => spots.byThread.get(threadId)
  return threads.toSorted((a, b) => {
    const [there, other] = [placeOf(a), placeOf(b)]
    return (
      compare(there?.top ?? Infinity, other?.top ?? Infinity) ||
      compare(there?.order ?? Infinity, other?.order ?? Infinity) ||
      a.atMs - b.atMs
    )
  })
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

export interface ThreadCounts {
  readonly comments: number
  readonly suggestions: number
  readonly unread: number
  readonly done: number
}

export function countThreads(threads: readonly ShownThread[]): ThreadCounts {
  const open = threads.filter(isOpenThread)
  return {
    comments: open.filter(({ suggestion }) => suggestion === null).length,
    suggestions: open.filter(({ suggestion }) => suggestion !== null).length,
    unread: open.filter(({ seq, seenSeq }) => seq > seenSeq).length,
    done: threads.length - open.length,
  }
}
