/** Goes to words in a text of the plan, opens what they are folded away in, and selects them. */
import { flushSync } from 'react-dom'
import type { ActionId } from '../../shared/ids.ts'
import type { TextEditing } from '../text/text-editing.ts'
import { reveal } from '../ui/until-found.tsx'
import type { PlanHit } from './find-in-plan.ts'
import { whenDrawn } from './go-to.ts'

/** Words, and the text they stand in. */
export type WordsInPlan = Pick<PlanHit, 'textId' | 'actionId' | 'words'>

export interface Ways {
  readonly editing: TextEditing
  readonly openAction: (id: ActionId) => void
}

export function goToWords({ textId, actionId, words }: WordsInPlan, ways: Ways): void {
  if (actionId) ways.openAction(actionId)
  whenDrawn(`[data-text-id="${CSS.escape(textId)}"]`, (text) => {
    reveal(text)
    const found = rangeOf(text, words)
    ;(found?.startContainer.parentElement ?? text).scrollIntoView({ block: 'center' })
    const at = found?.getBoundingClientRect()
    flushSync(() =>
      ways.editing.enter(
        textId,
        at ? { at: 'point', left: at.left, top: (at.top + at.bottom) / 2 } : { at: 'end' },
      ),
    )
    // The editor has drawn the same words anew.
    select(rangeOf(text, words))
  })
}

function select(range: Range | null): void {
  if (!range) return
  const { startContainer, startOffset, endContainer, endOffset } = range
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
}

/** Where the words stand in what is drawn; null when they are broken by the end of a block. */
function rangeOf(element: HTMLElement, words: string): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: { readonly node: Node; readonly start: number }[] = []
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start: text.length })
    text += node.nodeValue ?? ''
  }
  const start = text.indexOf(words)
  if (start < 0) return null
  const end = start + words.length
  const first = nodes.findLast((one) => one.start <= start)
  const last = nodes.findLast((one) => one.start < end)
  if (!first || !last) return null
  const range = document.createRange()
  range.setStart(first.node, start - first.start)
  range.setEnd(last.node, end - last.start)
  return range
}
