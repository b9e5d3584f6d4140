/**
 * Where on the page the places of threads are: follows what is drawn, paints the words, and
 * tells where notes and letters stand.
 *
 * One pair of eyes for the page: an observer of what is drawn anew, and one of its size. All
 * that follows is done at most once a frame, after that frame was drawn. A key in a text
 * without threads costs nothing; in one with threads that text is read, and nothing else.
 */
import { createObservable, type Observable } from '../open-plan/observable.ts'
import { onceAFrame } from '../open-plan/once-a-frame.ts'
import { paint, type Painted, unpaint } from './highlights.ts'
import type { MarkedThread } from './marked-threads.ts'
import { measureSpots, type Spots } from './measure-spots.ts'
import { createPaintedWords } from './painted-words.ts'
import type { WordPlaces } from './word-places.ts'

/** What there is on the page, in its order. */
export interface PageParts {
  /** By the id of a text, its element: only those that are drawn. */
  readonly texts: ReadonlyMap<string, HTMLElement>
  /** By the name of a place, the slot beside it. */
  readonly slots: ReadonlyMap<string, HTMLElement>
}

export interface PageWatch {
  readonly parts: Observable<PageParts>
  readonly spots: Observable<Spots>
  /** Those that are to be seen on the page. */
  setThreads(threads: readonly MarkedThread[], chosenId: string | null): void
  /** The thread whose drawn words are at this point of the window; null: none. */
  threadAt(left: number, top: number): string | null
  /** A text that was asked about reads otherwise now. */
  noteChanged(textId: string): void
  /** Follows what is drawn. @returns stop: what was painted is gone. */
  begin(): () => void
}

const NOTHING: Spots = { byThread: new Map(), marks: new Map() }
/** What of ours stands in the page: drawn by us, so no news. */
export const OWN = 'data-discuss-own'

export function createPageWatch(main: HTMLElement, places: WordPlaces): PageWatch {
  const parts = createObservable<PageParts>({ texts: new Map(), slots: new Map() })
  const spots = createObservable<Spots>(NOTHING)
  const words = createPaintedWords(places)
  let threads: readonly MarkedThread[] = []
  let chosenId: string | null = null
  let isStructureNew = true
  let painted: Painted | null = null

  const look = onceAFrame(() => {
    if (isStructureNew) {
      isStructureNew = false
      const now = findParts(main)
      if (!isSameParts(now, parts.get())) parts.set(now)
    }
    const next = words.read(threads, parts.get().texts, chosenId)
    if (next !== painted) {
      painted = next
      paint(next)
    }
    const measured = measureSpots(main, { threads, parts: parts.get(), words })
    if (!isSameSpots(measured, spots.get())) spots.set(measured)
  })

  const drawn = new MutationObserver((records) => {
    for (const record of records) {
      if (isOwn(record)) continue
      const textId = textAround(record.target)
      if (textId !== null && words.isMarked(textId)) {
        words.forget(textId)
        look.run()
      } else if (textId === null && record.type === 'childList') {
        isStructureNew = true
        look.run()
      }
    }
  })
  const sized = new ResizeObserver(() => look.run())

  return {
    parts,
    spots,
    setThreads(next, chosen) {
      threads = next
      chosenId = chosen
      words.forgetAll()
      look.run()
    },
    threadAt: (left, top) => words.threadAt(left, top),
    noteChanged(textId) {
      words.forget(textId)
      look.run()
    },
    begin() {
      drawn.observe(main, { childList: true, characterData: true, subtree: true })
      sized.observe(main)
      isStructureNew = true
      painted = null
      words.forgetAll()
      look.run()
      return () => {
        drawn.disconnect()
        sized.disconnect()
        look.cancel()
        unpaint()
      }
    },
  }
}

function findParts(main: HTMLElement): PageParts {
  const texts = new Map<string, HTMLElement>()
  const slots = new Map<string, HTMLElement>()
  for (const element of main.querySelectorAll<HTMLElement>('[data-text-id], [data-comments-at]')) {
    const { textId, commentsAt } = element.dataset
    if (textId !== undefined) texts.set(textId, element)
    if (commentsAt !== undefined) slots.set(commentsAt, element)
  }
  return { texts, slots }
}

function isSameParts(a: PageParts, b: PageParts): boolean {
  return isSameMap(a.texts, b.texts) && isSameMap(a.slots, b.slots)
}

function isSameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}

function isSameSpots(a: Spots, b: Spots): boolean {
  return plainSpots(a) === plainSpots(b)
}

function plainSpots({ byThread, marks }: Spots): string {
  return JSON.stringify([[...byThread], [...marks]])
}

function isOwn({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (elementOf(target)?.closest(`[${OWN}], [data-comments-at]`)) return true
  const nodes = [...addedNodes, ...removedNodes]
  return nodes.length > 0 && nodes.every((node) => elementOf(node)?.hasAttribute(OWN))
}

/** The text whose words were drawn anew; null: something else of the page was. */
function textAround(node: Node): string | null {
  const prose = elementOf(node)?.closest('[data-static-text], .ProseMirror')
  return prose?.closest<HTMLElement>('[data-text-id]')?.dataset['textId'] ?? null
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}
