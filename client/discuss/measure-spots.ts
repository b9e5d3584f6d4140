/** Measures where on the page the places of threads are. Reads the layout, changes nothing. */
import { canHighlight } from './highlights.ts'
import type { MarkedThread } from './marked-threads.ts'
import type { PageParts } from './page-watch.ts'
import type { FreshWords, PaintedWords } from './painted-words.ts'

/** Where the place of a thread is. */
export interface Spot {
  /** CSS pixels from the top of the paper; null: the place is not on the page (any more). */
  readonly top: number | null
  /** Its place among all, in reading order. */
  readonly order: number
  /** It is on words, and they are drawn. */
  readonly isOnWords: boolean
}

/** Where words would be put in: the foot of the line there, in CSS pixels from the text's corner. */
export interface InsertMark {
  readonly left: number
  readonly top: number
  readonly words: string
}

/** A letter at the end of words, in CSS pixels from the corner of its text. */
export interface TextMark {
  readonly threadId: string
  readonly left: number
  readonly top: number
  /** Where the words begin, and where they end, for what is shown below them. */
  readonly begin: number
  readonly below: number
  /** In their order; null: no change of these words is suggested. */
  readonly inserts: readonly InsertMark[] | null
  /** The lines of the words, where the browser cannot highlight. */
  readonly lines: readonly { readonly left: number; readonly top: number; readonly width: number }[]
}

export interface Spots {
  readonly byThread: ReadonlyMap<string, Spot>
  /** By the id of a text. */
  readonly marks: ReadonlyMap<string, readonly TextMark[]>
}

interface Measured {
  readonly threads: readonly MarkedThread[]
  readonly parts: PageParts
  readonly words: Pick<PaintedWords, 'drawnOf'>
}

/** Letters at one point stand beside each other. */
const LETTER_WIDTH = 18
/** What is shown below words has at least this much room. */
const ROOM_BELOW = 220

export function measureSpots(main: HTMLElement, { threads, parts, words }: Measured): Spots {
  const origin = main.getBoundingClientRect().top
  const byThread = new Map<string, Spot>()
  const marks = new Map<string, TextMark[]>()
  const order = new Map([...parts.slots.keys()].map((name, index) => [name, index]))

  for (const thread of threads) {
    const drawn = words.drawnOf(thread.threadId)
    const boxes = drawn ? boxesOf(drawn.whole) : []
    const slotName = nearestSlot(thread.placeName, parts)
    const slot = slotName === null ? null : parts.slots.get(slotName)
    const [first] = boxes
    const last = boxes.at(-1)
    const slotTop =
      slot && slot.getClientRects().length > 0 ? slot.getBoundingClientRect().top : null
    const top = first?.top ?? slotTop
    byThread.set(thread.threadId, {
      top: top === null ? null : Math.round(top - origin),
      order: (slotName === null ? Infinity : (order.get(slotName) ?? 0)) + (first ? 0.5 : 0),
      isOnWords: first !== undefined,
    })
    const root = thread.textId === null ? null : parts.texts.get(thread.textId)
    if (!root || !first || !last || thread.textId === null) continue
    const corner = root.getBoundingClientRect()
    const isTurned = getComputedStyle(root).direction === 'rtl'
    const others = marks.get(thread.textId) ?? []
    const left = Math.round((isTurned ? last.left : last.right) - corner.left)
    const markTop = Math.round(last.top - corner.top)
    const beside = others.filter(
      (mark) => mark.top === markTop && Math.abs(mark.left - left) < LETTER_WIDTH,
    ).length
    marks.set(thread.textId, [
      ...others,
      {
        threadId: thread.threadId,
        left: left + beside * LETTER_WIDTH * (isTurned ? -1 : 1),
        top: markTop,
        begin: Math.round(
          Math.max(0, Math.min(first.left - corner.left, corner.width - ROOM_BELOW)),
        ),
        below: Math.round(last.bottom - corner.top),
        inserts: drawn?.fresh?.flatMap((fresh) => insertMark(fresh, corner, isTurned)) ?? null,
        lines: canHighlight
          ? []
          : boxes.map((box) => ({
              left: box.left - corner.left,
              top: box.bottom - corner.top,
              width: box.width,
            })),
      },
    ])
  }
  return { byThread, marks }
}

function boxesOf(range: Range): readonly DOMRect[] {
  return [...range.getClientRects()].filter(({ width }) => width > 0)
}

/** None where the character beside it is not drawn. */
function insertMark(
  { words, beside, isBehind }: FreshWords,
  corner: DOMRect,
  isTurned: boolean,
): readonly InsertMark[] {
  const box = boxesOf(beside).at(isBehind ? -1 : 0)
  if (!box) return []
  const edge = isBehind === isTurned ? box.left : box.right
  const [left, top] = [Math.round(edge - corner.left), Math.round(box.bottom - corner.top)]
  return [{ left, top, words }]
}

/** The slot of the place itself, or of what it is a part of; null: none is on the page. */
function nearestSlot(placeName: string, { slots }: PageParts): string | null {
  if (slots.has(placeName)) return placeName
  const around = placeName.replace(/:[^:]+$/, '')
  return slots.has(around) ? around : null
}
