/**
 * Pasted HTML as a text of ours: from Word, Google Docs, spreadsheets, mail and web
 * pages. Pure but for the browser's parser, which runs and fetches nothing.
 *
 * Total: any HTML gives a valid text; what a reader of the source could see as words
 * is in it, in its order. Nesting is not bounded here, see cap-depth.ts.
 */
import type { Mark, RichText } from '../../../shared/text/rich-text.ts'
import { createInlineFlow, type InlineFlow } from './inline-flow.ts'
import { inlineStyle, type InlineStyle, withoutLiveStyles } from './inline-style.ts'
import type { ListLine } from './list-lines.ts'
import { isListElement, lineOfList, readList } from './read-list.ts'
import { readTable } from './read-table.ts'
import { nestLines } from './list-lines.ts'
import { type Pasted, type PastedTable, paragraph } from './pasted.ts'
import { emojiOf, isBlockElement, isSeenPicture, isUnseen } from './seen-elements.ts'
import { tableText } from './table-text.ts'
import { pageLanguage } from './page-language.ts'
import { marksWithin, without } from './word-marks.ts'

/** Below this the words are taken without their form: no document of a person is so deep. */
const MAX_ELEMENT_DEPTH = 200

export interface HtmlReader {
  /** What an element holds, as blocks. */
  readonly blocksOf: (element: Element, place: Place) => RichText
}

/** Where the reader is. */
export interface Place {
  readonly marks: readonly Mark[]
  readonly isPre: boolean
  readonly depth: number
}

export function readHtml(html: string): Pasted {
  const page = new DOMParser().parseFromString(withoutLiveStyles(html), 'text/html')
  const own = pageLanguage(page)
  const finds = { pictures: 0, table: null as PastedTable | null, tableWords: [] as RichText }

  const walk = (parent: Element, flow: InlineFlow, place: Place) => {
    let lines: ListLine[] = []
    const endLines = () => {
      for (const list of nestLines(lines)) flow.addBlock(list)
      lines = []
    }
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.nodeValue ?? ''
        if (lines.length > 0 && text.trim() === '') continue
        endLines()
        flow.addText(text, place.marks, place.isPre)
      }
      if (!(node instanceof Element)) continue
      const style = inlineStyle(node)
      if (isUnseen(node, style)) continue
      const line = lineOfList(node, style, reader, place)
      if (line) {
        flow.endBlock()
        lines.push(...line)
      } else {
        const isEmpty = lines.length > 0 && !isBlockElement(node) && node.textContent.trim() === ''
        if (!isEmpty) endLines()
        readElement(node, style, flow, place)
      }
    }
    endLines()
  }

  const within = (element: Element, style: InlineStyle, place: Place): Place => ({
    marks: marksWithin(element, style, place.marks, own),
    isPre: isPreformatted(element, style) ?? place.isPre,
    depth: place.depth + 1,
  })

  const readElement = (
    element: Element,
    style: InlineStyle,
    flow: InlineFlow,
    outside: Place,
  ): void => {
    const place = within(element, style, outside)
    const tag = element.tagName
    if (place.depth > MAX_ELEMENT_DEPTH) flow.addText(element.textContent, place.marks, false)
    else if (tag === 'BR') addBreak(element, flow)
    else if (tag === 'IMG' || tag === 'PICTURE') addPicture(element, flow, place.marks)
    else if (isListElement(element)) addList(element, flow, place)
    else if (tag === 'TABLE') addTable(element, flow, place)
    else if (tag === 'BLOCKQUOTE') addQuote(element, flow, place)
    else if (headingLevel(element)) addHeading(element, flow, place)
    else if (isBlockElement(element)) {
      flow.endBlock()
      walk(element, flow, place)
      flow.endBlock()
    } else walk(element, flow, place)
  }

  const blocksOf = (element: Element, place: Place): RichText => {
    const inner = createInlineFlow()
    walk(element, inner, within(element, inlineStyle(element), place))
    inner.endBlock()
    return inner.blocks
  }
  const reader: HtmlReader = { blocksOf }

  const addList = (element: Element, flow: InlineFlow, place: Place) => {
    flow.endBlock()
    for (const list of readList(element, reader, place)) flow.addBlock(list)
  }
  const addPicture = (image: Element, flow: InlineFlow, marks: readonly Mark[]) => {
    const emoji = emojiOf(image)
    if (emoji !== null) flow.addText(emoji, marks, false)
    else if (isSeenPicture(image)) finds.pictures++
  }
  const addTable = (element: Element, flow: InlineFlow, place: Place) => {
    flow.endBlock()
    const { caption, table, cells } = readTable(element, reader, place)
    const words = table ? tableText(table) : cells
    for (const block of [...caption, ...words]) flow.addBlock(block)
    if (finds.table || !table) return
    finds.table = table
    finds.tableWords = words
  }
  const addQuote = (element: Element, flow: InlineFlow, place: Place) => {
    const content = blocksOf(element, place)
    if (content.length > 0) flow.addBlock({ type: 'blockquote', content })
  }
  /** A heading is heavy by itself; what is no line of words in it comes after it. */
  const addHeading = (element: Element, flow: InlineFlow, place: Place) => {
    const level = headingLevel(element) ?? 3
    flow.endBlock()
    for (const block of blocksOf(element, { ...place, marks: without(place.marks, 'bold') })) {
      if (block.type !== 'paragraph') flow.addBlock(block)
      else {
        const content = block.content.map((inline) =>
          inline.type === 'text' ? { ...inline, marks: without(inline.marks, 'bold') } : inline,
        )
        flow.addBlock({ type: 'heading', level, content })
      }
    }
  }

  const flow = createInlineFlow()
  walk(page.body, flow, { marks: [], isPre: false, depth: 0 })
  flow.endBlock(paragraph)
  return { text: flow.blocks, ...finds }
}

function addBreak(element: Element, flow: InlineFlow): void {
  if (element.className !== 'Apple-interchange-newline') flow.addBreak()
}

/** 3 for the larger, 4 for the smaller ones; null when it is none. */
function headingLevel(element: Element): 3 | 4 | null {
  const [, digit] = /^H([1-6])$/.exec(element.tagName) ?? []
  if (digit) return Number(digit) <= 3 ? 3 : 4
  if (/^MsoTitle$/.test(element.className)) return 3
  if (element.getAttribute('role') !== 'heading') return null
  return Number(element.getAttribute('aria-level') ?? 2) <= 3 ? 3 : 4
}

function isPreformatted(element: Element, style: InlineStyle): boolean | null {
  const space = style.get('white-space')
  if (space === 'normal' || space === 'nowrap') return false
  return element.tagName === 'PRE' || /^(pre|break-spaces)/.test(space ?? '') ? true : null
}
