/** Makes one Y.XmlText say what another says, word by word: letters that stay keep their place. */
import type * as Y from 'yjs'
import { wordDiff } from '../text/word-diff.ts'

type Marks = Readonly<Record<string, unknown>>

interface Letters {
  readonly words: string
  /** Of each UTF-16 unit of the words. */
  readonly marks: readonly Marks[]
}

/** Leaves `wanted` as it is. What somebody types in `text` meanwhile stays in it. */
export function matchRuns(text: Y.XmlText, wanted: Y.XmlText): void {
  const now = lettersOf(text)
  const then = lettersOf(wanted)
  if (!now || !then) {
    text.delete(0, text.length)
    text.applyDelta(wanted.toDelta())
    return
  }
  let nowAt = 0
  let at = 0
  for (const { kind, text: words } of wordDiff(now.words, then.words)) {
    const { length } = words
    if (kind === 'gone') text.delete(at, length)
    if (kind === 'new') insertLetters(text, then, at, length)
    if (kind === 'same') formatLetters(text, { now, nowAt, wanted: then, at, length })
    if (kind !== 'new') nowAt += length
    if (kind !== 'gone') at += length
  }
}

/** null where something else than words stands in it. */
function lettersOf(text: Y.XmlText): Letters | null {
  let words = ''
  const marks: Marks[] = []
  for (const { insert, attributes = {} } of text.toDelta() as readonly Run[]) {
    if (typeof insert !== 'string') return null
    words += insert
    for (let unit = 0; unit < insert.length; unit++) marks.push(attributes)
  }
  return { words, marks }
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Marks
}

function insertLetters(text: Y.XmlText, then: Letters, at: number, length: number): void {
  for (const [from, to] of stretches(at, at + length, (unit) => then.marks[unit])) {
    text.insert(from, then.words.slice(from, to), { ...then.marks[from] })
  }
}

/** Words that stay, and may have got other marks. */
function formatLetters(
  text: Y.XmlText,
  {
    now,
    nowAt,
    wanted,
    at,
    length,
  }: {
    readonly now: Letters
    readonly nowAt: number
    readonly wanted: Letters
    readonly at: number
    readonly length: number
  },
): void {
  const changeAt = (unit: number) => marksChange(now.marks[nowAt + unit - at], wanted.marks[unit])
  for (const [from, to] of stretches(at, at + length, changeAt)) {
    const change = changeAt(from)
    if (Object.keys(change).length > 0) text.format(from, to - from, change)
  }
}

/** What has to be set and unset (null) so that the one becomes the other. */
function marksChange(now: Marks = {}, then: Marks = {}): Record<string, unknown> {
  const change: Record<string, unknown> = {}
  for (const name of Object.keys(now)) if (!(name in then)) change[name] = null
  for (const [name, value] of Object.entries(then)) {
    if (JSON.stringify(now[name]) !== JSON.stringify(value)) change[name] = value
  }
  return change
}

/** Units from `start` to `end`, in stretches for which `valueAt` says the same. */
function stretches(
  start: number,
  end: number,
  valueAt: (unit: number) => unknown,
): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = []
  let last: string | undefined
  for (let unit = start; unit < end; unit++) {
    const value = JSON.stringify(valueAt(unit))
    const open = found.at(-1)
    if (open && value === last) open[1] = unit + 1
    else found.push([unit, unit + 1])
    last = value
  }
  return found
}
