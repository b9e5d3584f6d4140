/**
 * Pieces of a text as plain data, and back: what a change of the server's own moves about in
 * a text, and what it keeps so that it can be taken back. Marks as Yjs holds them.
 */
import * as Y from 'yjs'
import { itemsAndMarks, type Marks } from './text-items.ts'

/** Characters that look the same. */
export interface Piece {
  readonly text: string
  readonly marks: Marks
}

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

export function nodesFrom(copies: readonly XmlCopy[]): (Y.XmlElement | Y.XmlText)[] {
  return copies.map((copy) => {
    if ('pieces' in copy) return textFrom(copy.pieces)
    const node = new Y.XmlElement(copy.name)
    for (const [key, value] of Object.entries(copy.attributes)) {
      // Attributes other than text are allowed by Yjs; its types say string.
      node.setAttribute(key, value as string)
    }
    node.insert(0, nodesFrom(copy.children))
    return node
  })
}

export function textFrom(pieces: readonly Piece[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(pieces.map((piece) => ({ insert: piece.text, attributes: { ...piece.marks } })))
  return text
}

/** The characters of a Y.XmlText from one index to another. */
export function piecesOf(type: Y.XmlText, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  for (const { text, at, marks } of itemsAndMarks(type)) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (part !== '') pieces.push({ text: part, marks })
  }
  return joined(pieces)
}

export function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const { text, marks } of pieces) {
    const last = whole.at(-1)
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) {
      whole.splice(-1, 1, { text: last.text + text, marks })
    } else {
      whole.push({ text, marks })
    }
  }
  return whole
}
