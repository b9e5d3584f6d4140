/**
 * A text as it is drawn, static or in an editor, read as one flat text: the same characters
 * as shared/discuss/flat-text.ts gives of its document, so that a place in the one is a place
 * in the other. Blocks and hard breaks are line ends; what an editor draws besides the words
 * (other people's carets, fillers of empty lines) is passed over.
 */

export interface FlatDom {
  readonly text: string
  readonly pieces: readonly FlatPiece[]
}

/** Characters that stand in one text node, or a line end between two. */
export interface FlatPiece {
  readonly node: Node
  readonly start: number
  readonly length: number
}

const LEAF_BLOCKS = 'p, h3, h4'

/** @param prose the element that holds the blocks: the static words, or the editor's. */
export function readFlatDom(prose: Element): FlatDom {
  const pieces: FlatPiece[] = []
  let text = ''
  for (const [index, block] of [...prose.querySelectorAll(LEAF_BLOCKS)].entries()) {
    if (index > 0) text += '\n'
    for (const node of wordsIn(block)) {
      const words = node instanceof Text ? node.data : '\n'
      pieces.push({ node, start: text.length, length: words.length })
      text += words
    }
  }
  return { text, pieces }
}

/** Text nodes and hard breaks, in order. */
function wordsIn(block: Element): readonly Node[] {
  const walker = document.createTreeWalker(
    block,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
      if (node instanceof HTMLBRElement) return NodeFilter.FILTER_ACCEPT
      return isDecoration(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
    },
  )
  const found: Node[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node)
  // A break at the very end of a block only gives the line its height.
  if (found.at(-1) instanceof HTMLBRElement) found.pop()
  return found
}

function isDecoration(node: Node): boolean {
  return node instanceof HTMLElement && node.getAttribute('aria-hidden') === 'true'
}

/** From the first to behind the last character; null when they are not in it. */
export function rangeIn({ pieces }: FlatDom, from: number, to: number): Range | null {
  const first = pieces.find(({ start, length }) => start + length > from)
  const last = pieces.findLast(({ start }) => start < to)
  if (!first || !last || from >= to) return null
  const range = document.createRange()
  setBoundary(range, 'start', first, Math.max(0, from - first.start))
  setBoundary(range, 'end', last, Math.min(last.length, to - last.start))
  return range.collapsed ? null : range
}

function setBoundary(range: Range, which: 'start' | 'end', piece: FlatPiece, at: number): void {
  const { node } = piece
  if (which === 'start') {
    if (node instanceof Text) range.setStart(node, at)
    else range.setStartBefore(node)
  } else if (node instanceof Text) range.setEnd(node, at)
  else range.setEndAfter(node)
}

/** Where in the flat text a boundary of a selection is. */
export function offsetIn({ pieces }: FlatDom, node: Node, offset: number): number {
  const at = pieces.find((piece) => piece.node === node)
  if (at && node instanceof Text) return at.start + Math.min(offset, at.length)
  const boundary = document.createRange()
  boundary.setStart(node, offset)
  const after = pieces.find((piece) => boundary.comparePoint(piece.node, 0) >= 0)
  const last = pieces.at(-1)
  return after ? after.start : last ? last.start + last.length : 0
}
