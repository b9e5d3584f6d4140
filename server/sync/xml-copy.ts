/**
 * Pieces of a text as plain data, and back: what a change of the server's own moves about in
 * a text, and what it keeps so that it can be taken back. Marks as Yjs holds them, and with each
 * piece who wrote it: whoever moves words or brings them back has not written them.
 */
import * as Y from 'yjs'
import type { Pens } from './pens.ts'
import { itemsAndMarks, type Marks } from './text-items.ts'

/** Characters that look the same, by one writer. */
export interface Piece {
  readonly text: string
  readonly marks: Marks
  /** The Yjs id that it was written under; absent: it is new. */
  readonly writer?: number
}

export type Parent = Y.XmlFragment | Y.XmlElement

export type XmlCopy =
  | { readonly pieces: readonly Piece[] }
  | {
      readonly name: string
      readonly attributes: Readonly<Record<string, unknown>>
      readonly children: readonly XmlCopy[]
    }

/** Texts side by side are one, and empty ones none: equal copies read equal. */
export function copyOf(nodes: readonly unknown[]): XmlCopy[] {
  const copies: XmlCopy[] = []
  for (const node of nodes) {
    const last = copies.at(-1)
    if (node instanceof Y.XmlText) {
      const pieces = piecesOf(node, 0, node.length)
      if (last && 'pieces' in last)
        copies.splice(-1, 1, { pieces: joined([...last.pieces, ...pieces]) })
      else if (pieces.length > 0) copies.push({ pieces })
    } else if (node instanceof Y.XmlElement) {
      const attributes = Object.entries(node.getAttributes()).sort(([a], [b]) => (a < b ? -1 : 1))
      copies.push({
        name: node.nodeName,
        attributes: Object.fromEntries(attributes),
        children: copyOf(node.toArray()),
      })
    }
  }
  return copies
}

/** Whoever wrote them: what they say. */
export function withoutWriters(copies: readonly XmlCopy[]): XmlCopy[] {
  return copies.map((copy) =>
    'pieces' in copy
      ? { pieces: joined(copy.pieces.map(({ text, marks }) => ({ text, marks }))) }
      : { ...copy, children: withoutWriters(copy.children) },
  )
}

/** From the outside in: what is in no document yet has no writer. */
export function insertCopies(
  parent: Parent,
  index: number,
  copies: readonly XmlCopy[],
  pens: Pens,
): void {
  copies.forEach((copy, nth) => {
    if ('pieces' in copy) {
      const text = new Y.XmlText()
      parent.insert(index + nth, [text])
      insertPieces(text, 0, copy.pieces, pens)
      return
    }
    const node = new Y.XmlElement(copy.name)
    parent.insert(index + nth, [node])
    for (const [key, value] of Object.entries(copy.attributes)) {
      // Attributes other than text are allowed by Yjs; its types say string.
      node.setAttribute(key, value as string)
    }
    insertCopies(node, 0, copy.children, pens)
  })
}

/** Each under the id of its writer. */
export function insertPieces(
  type: Y.XmlText,
  index: number,
  pieces: readonly Piece[],
  pens: Pens,
): void {
  let at = index
  for (const { text, marks, writer } of pieces) {
    pens.as(writer, () => type.insert(at, text, { ...marks }))
    at += text.length
  }
}

/** The characters of a Y.XmlText from one index to another. */
export function piecesOf(type: Y.XmlText, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  for (const { text, at, marks, writer } of itemsAndMarks(type)) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (part !== '') pieces.push({ text: part, marks, writer })
  }
  return joined(pieces)
}

export function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last && isAlike(last, piece)) {
      whole.splice(-1, 1, { ...last, text: last.text + piece.text })
    } else {
      whole.push(piece)
    }
  }
  return whole
}

function isAlike(one: Piece, other: Piece): boolean {
  return one.writer === other.writer && JSON.stringify(one.marks) === JSON.stringify(other.marks)
}
