/** The characters of a Y.XmlText with the marks and writers they have: a walk over what Yjs holds. */
import * as Y from 'yjs'

/** As Yjs keeps them: mark's name -> its attributes; in the order of their names. */
export type Marks = Readonly<Record<string, unknown>>

export interface MarkedText {
  readonly text: string
  /** Where it begins in the Y.XmlText. */
  readonly at: number
  readonly marks: Marks
  /** The Yjs id that it was written under. */
  readonly writer: number
}

/** What is no text counts as U+FFFC, as in shared/discuss/flat-text.ts. */
export function* itemsAndMarks(type: Y.XmlText): Generator<MarkedText> {
  const inForce = new Map<string, unknown>()
  let at = 0
  // oxlint-disable-next-line no-underscore-dangle -- the only way to its items
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) inForce.delete(content.key)
      else inForce.set(content.key, content.value)
    } else if (item.countable) {
      const text = content instanceof Y.ContentString ? content.str : '\uFFFC'.repeat(item.length)
      yield { text, at, marks: inOrder(inForce), writer: item.id.client }
      at += item.length
    }
  }
}

function inOrder(marks: ReadonlyMap<string, unknown>): Marks {
  return Object.fromEntries([...marks].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The marks of the character at an index; null: there is none. */
export function marksAt(type: Y.XmlText, index: number): Marks | null {
  for (const { text, at, marks } of itemsAndMarks(type)) {
    if (index >= at && index < at + text.length) return marks
  }
  return null
}
