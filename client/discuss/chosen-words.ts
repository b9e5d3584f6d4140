/** Which words of which text are chosen on the page, by pointer or by keys. */
import type { Anchor } from '../../shared/discuss/anchor.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import type * as Y from 'yjs'
import { offsetIn, readFlatDom } from './flat-dom.ts'
import { fragmentOf } from './word-places.ts'

export interface ChosenWords {
  readonly textId: string
  /** null: none are chosen, or what is drawn is not what is written (yet). */
  readonly anchor: Anchor | null
}

/** null: neither the selection nor the focus is in a text. */
export function chosenWords(doc: Y.Doc, main: HTMLElement): ChosenWords | null {
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const text = range && textAround(range.commonAncestorContainer, main)
  if (!range || !text) {
    const focused = document.activeElement && textAround(document.activeElement, main)
    return focused ? { textId: focused.textId, anchor: null } : null
  }
  return { textId: text.textId, anchor: range.collapsed ? null : anchorAt(doc, text, range) }
}

interface TextAround {
  readonly textId: string
  readonly prose: Element
}

function anchorAt(doc: Y.Doc, { textId, prose }: TextAround, range: Range): Anchor | null {
  const fragment = fragmentOf(doc, textId)
  if (!fragment) return null
  const flat = readFlatDom(prose)
  const from = offsetIn(flat, range.startContainer, range.startOffset)
  const to = offsetIn(flat, range.endContainer, range.endOffset)
  const anchor = makeAnchor(fragment, { from, to })
  // What is drawn and what is written are the same, or it would be on other words.
  return anchor && flat.text.slice(from, to).includes(anchor.quote.trim()) ? anchor : null
}

function textAround(node: Node, main: HTMLElement): TextAround | null {
  const element = node instanceof Element ? node : node.parentElement
  const root = element?.closest<HTMLElement>('[data-text-id]')
  const prose = root?.querySelector('[data-static-text], .ProseMirror')
  const textId = root?.dataset['textId']
  return root && prose && textId !== undefined && main.contains(root) ? { textId, prose } : null
}
