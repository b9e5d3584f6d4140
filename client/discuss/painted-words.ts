/** The words of threads as ranges of what is drawn: read text by text, and kept until it changes. */
import { readFlatDom, rangeIn, type FlatDom } from './flat-dom.ts'
import type { HighlightKind, Painted } from './highlights.ts'
import { createKeptChanges } from './kept-changes.ts'
import { type Insert, type MarkedThread, type Span, spansOfChange } from './marked-threads.ts'
import type { WordPlaces } from './word-places.ts'

export interface PaintedWords {
  /** The very same as before when nothing changed. */
  read(
    threads: readonly MarkedThread[],
    texts: ReadonlyMap<string, HTMLElement>,
    chosenId: string | null,
  ): Painted
  /** What is drawn of a thread; null: its words are not. */
  drawnOf(threadId: string): DrawnWords | null
  isMarked(textId: string): boolean
  threadAt(left: number, top: number): string | null
  forget(textId: string): void
  forgetAll(): void
}

/** Where a suggestion would put something in. */
export interface FreshWords {
  readonly words: string
  /** The character before that point; at the beginning of the text the one behind it. */
  readonly beside: Range
  readonly isBehind: boolean
}

export interface DrawnWords {
  /** All the words that the thread is on. */
  readonly whole: Range
  /** null: no change of these words is suggested. */
  readonly fresh: readonly FreshWords[] | null
}

/** Of one thread in one text. */
interface ThreadRanges extends DrawnWords {
  readonly threadId: string
  readonly painted: readonly { readonly kind: HighlightKind; readonly range: Range }[]
}

interface TextRanges {
  readonly prose: Element
  readonly threads: readonly ThreadRanges[]
}

export function createPaintedWords(places: WordPlaces): PaintedWords {
  const changeOf = createKeptChanges()
  const known = new Map<string, TextRanges>()
  let marked: ReadonlySet<string> = new Set()
  let latest: Painted | null = null

  const readText = (textId: string, prose: Element, threads: readonly MarkedThread[]) => {
    const flat = readFlatDom(prose)
    // While someone composes, or before React has drawn, the two may differ: then later.
    const isDrawn = flat.text === places.wordsOf(textId)
    return {
      prose,
      threads: isDrawn ? threads.flatMap((thread) => rangesOf(thread, textId, flat)) : [],
    }
  }
  const rangesOf = (thread: MarkedThread, textId: string, flat: FlatDom): ThreadRanges[] => {
    const found = thread.anchor && places.find(textId, thread.anchor)
    const whole = found && rangeIn(flat, found.from, found.to)
    if (!found || !whole) return []
    const spans = (kind: HighlightKind, all: readonly Span[]) =>
      all.flatMap(({ from, to }) => {
        const range = rangeIn(flat, from, to)
        return range ? [{ kind, range }] : []
      })
    const before = flat.text.slice(found.from, found.to)
    // What reads otherwise by now than when the change was suggested is not what it takes away.
    if (thread.words === null || before !== thread.anchor.quote) {
      const painted = [{ kind: 'comment', range: whole } as const]
      return [{ threadId: thread.threadId, whole, fresh: null, painted }]
    }
    const change = changeOf(thread.threadId, before, thread.words)
    const { gone, kept, fresh } = spansOfChange(change, found.from)
    const painted = [...spans('gone', gone), ...spans('suggested', kept)]
    const drawnFresh = fresh.flatMap((insert) => freshIn(flat, insert) ?? [])
    return [{ threadId: thread.threadId, whole, fresh: drawnFresh, painted }]
  }

  return {
    read(threads, texts, chosenId) {
      const byText = Map.groupBy(
        threads.filter(({ anchor }) => anchor !== null),
        ({ textId }) => textId ?? '',
      )
      marked = new Set(byText.keys())
      let isSame = latest !== null
      for (const textId of known.keys()) {
        if (byText.has(textId) && texts.has(textId)) continue
        known.delete(textId)
        isSame = false
      }
      for (const [textId, ofText] of byText) {
        const prose = texts.get(textId)?.querySelector('[data-static-text], .ProseMirror')
        if (!prose || known.get(textId)?.prose === prose) continue
        known.set(textId, readText(textId, prose, ofText))
        isSame = false
      }
      if (!isSame || latest === null) latest = paintedOf([...known.values()], chosenId)
      return latest
    },
    drawnOf: (threadId) =>
      [...known.values()]
        .flatMap(({ threads }) => threads)
        .find((thread) => thread.threadId === threadId) ?? null,
    isMarked: (textId) => marked.has(textId),
    threadAt(left, top) {
      const all = [...known.values()].flatMap(({ threads }) => threads)
      const isHere = ({ whole }: ThreadRanges) =>
        [...whole.getClientRects()].some(
          (box) => left >= box.left && left <= box.right && top >= box.top && top <= box.bottom,
        )
      return all.find(isHere)?.threadId ?? null
    },
    forget: (textId) => void known.delete(textId),
    forgetAll: () => known.clear(),
  }
}

/** null: the text is empty. */
function freshIn(flat: FlatDom, { at, words }: Insert): FreshWords | null {
  const isBehind = at > 0 && flat.text[at - 1] !== '\n'
  const beside = isBehind ? rangeIn(flat, at - 1, at) : rangeIn(flat, at, at + 1)
  return beside && { words, beside, isBehind }
}

function paintedOf(texts: readonly TextRanges[], chosenId: string | null): Painted {
  const threads = texts.flatMap((text) => text.threads)
  const ranges = (kind: HighlightKind) =>
    threads.flatMap(({ threadId, painted }) =>
      painted
        .filter(
          (one) => (one.kind === 'comment' && threadId === chosenId ? 'chosen' : one.kind) === kind,
        )
        .map(({ range }) => range),
    )
  return {
    comment: ranges('comment'),
    chosen: ranges('chosen'),
    gone: ranges('gone'),
    suggested: ranges('suggested'),
  }
}
