/**
 * A selection over several texts of the plan is copied clean: words and their shape,
 * without guidance, tools and buttons. Inside one live text the editor copies by itself.
 */
import { cleanCopy } from './clean-copy.ts'

/** Answers a *copy* of the document. */
export function copySelection(event: ClipboardEvent): void {
  const selection = getSelection()
  const paper = document.getElementById('main')
  if (!selection || selection.isCollapsed || !paper) return
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(paper) || isInEditor(range.commonAncestorContainer)) return
  const { html, text } = cleanCopy(contentsOf(within(paper, range)))
  if (text === '') return
  event.clipboardData?.setData('text/html', html)
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
}

function isInEditor(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('.ProseMirror, input, textarea') !== null
}

/** The part of a selection that is on the paper. */
function within(paper: HTMLElement, range: Range): Range {
  const part = range.cloneRange()
  if (!paper.contains(part.startContainer)) part.setStart(paper, 0)
  if (!paper.contains(part.endContainer)) part.setEnd(paper, paper.childNodes.length)
  return part
}

/** Items of one list bring their list along, words of one text the text. */
function contentsOf(range: Range): ParentNode {
  const contents = range.cloneContents()
  const { commonAncestorContainer: common } = range
  if (!(common instanceof HTMLElement) || !common.matches('ul, ol')) return contents
  const list = common.cloneNode(false) as HTMLElement
  list.append(contents)
  const host = document.createDocumentFragment()
  host.append(list)
  return host
}
