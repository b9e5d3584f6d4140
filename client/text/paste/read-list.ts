/**
 * Lists of pasted HTML: real ones, and those that Word writes as paragraphs
 * (desktop) or as one list per line (on the web).
 */
import { cleanText } from '../../../shared/text/clean-text.ts'
import type { Block, RichText } from '../../../shared/text/rich-text.ts'
import { inlineStyle, type InlineStyle } from './inline-style.ts'
import { type ListLine, markerLetter, markerNumber, nestLines } from './list-lines.ts'
import { isList, type ListBlock, paragraph } from './pasted.ts'
import type { HtmlReader, Place } from './read-html.ts'
import { isUnseen } from './seen-elements.ts'
import { without } from './word-marks.ts'

export function isListElement(element: Element): boolean {
  return element.tagName === 'UL' || element.tagName === 'OL' || element.tagName === 'MENU'
}

interface ReadItem {
  readonly content: Block[]
  readonly checked: boolean | null
  /** What it shows in an ordered list. */
  readonly number: number
}

/**
 * A list with its items; several when its numbers jump. A list or words that stand
 * beside the items belong to the one before.
 */
export function readList(element: Element, reader: HtmlReader, place: Place): readonly ListBlock[] {
  const items: ReadItem[] = []
  const nextNumber = () => (items.at(-1)?.number ?? startOf(element) - 1) + 1
  const addToLast = (blocks: RichText) => {
    if (blocks.length === 0) return
    const last = items.at(-1)
    if (last) last.content.push(...blocks)
    else items.push({ content: [...blocks], checked: null, number: nextNumber() })
  }
  for (const child of element.childNodes) {
    const words = child.nodeType === Node.TEXT_NODE ? cleanText(child.nodeValue ?? '').trim() : ''
    if (words !== '') addToLast([paragraph([{ type: 'text', text: words, marks: place.marks }])])
    if (!(child instanceof Element)) continue
    const style = inlineStyle(child)
    if (isUnseen(child, style)) continue
    const within = { ...place, depth: place.depth + 1 }
    if (child.tagName === 'LI') {
      const checked = checkedOf(child)
      const number = listNumber(child.getAttribute('value')) ?? nextNumber()
      items.push({ checked, number, content: [...itemBlocks(child, checked, reader, within)] })
    } else if (isListElement(child)) addToLast(readList(child, reader, within))
    else addToLast(reader.blocksOf(child, within))
  }
  return listsOf(
    items.filter(({ content }) => content.length > 0),
    element.tagName === 'OL',
  )
}

function listsOf(items: readonly ReadItem[], isOrdered: boolean): readonly ListBlock[] {
  if (items.length > 0 && items.every(({ checked }) => checked !== null)) {
    const tasks = items.map(({ content, checked }) => ({ content, checked: checked === true }))
    return [{ type: 'taskList', items: tasks }]
  }
  if (!isOrdered) return [{ type: 'bulletList', items: items.map(({ content }) => content) }]
  return nestLines(items.map(({ content, number }) => ({ level: 1, number, content })))
}

/** Google Docs strikes what is ticked off; the tick says it. Nested lists say their own. */
function itemBlocks(
  item: Element,
  checked: boolean | null,
  reader: HtmlReader,
  place: Place,
): RichText {
  const blocks = reader.blocksOf(item, place)
  if (checked !== true) return blocks
  return blocks.map((block) =>
    block.type !== 'paragraph' || isList(block)
      ? block
      : {
          ...block,
          content: block.content.map((inline) =>
            inline.type === 'text' ? { ...inline, marks: without(inline.marks, 'strike') } : inline,
          ),
        },
  )
}

/** Is it ticked; null when it is no task. */
function checkedOf(item: Element): boolean | null {
  const said = item.getAttribute('data-checked') ?? ownCheckbox(item)?.getAttribute('aria-checked')
  if (item.getAttribute('role') === 'checkbox') return item.getAttribute('aria-checked') === 'true'
  if (said !== null && said !== undefined) return said === 'true'
  const box = ownCheckbox(item)
  return box === null ? null : box.hasAttribute('checked')
}

function ownCheckbox(item: Element): Element | null {
  const box = item.querySelector('input[type="checkbox"], [role="checkbox"]')
  return box?.closest('li') === item ? box : null
}

function startOf(list: Element): number {
  return listNumber(list.getAttribute('start')) ?? 1
}

/** One that an ordered list of ours may show, or null. */
function listNumber(said: string | null): number | null {
  if (said === null || said.trim() === '') return null
  const number = Number(said)
  return Number.isInteger(number) && number >= 0 && number < 1_000_000 ? number : null
}

/**
 * The lines of a list that this element is, as Word writes them; null when it is
 * something else.
 */
export function lineOfList(
  element: Element,
  style: InlineStyle,
  reader: HtmlReader,
  place: Place,
): readonly ListLine[] | null {
  return wordLine(element, style, reader, place) ?? webWordLines(element, reader, place)
}

/** `<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>` with its marker in a span. */
function wordLine(
  element: Element,
  style: InlineStyle,
  reader: HtmlReader,
  place: Place,
): readonly ListLine[] | null {
  const [, level] = /\blevel([1-9])\b/.exec(style.get('mso-list') ?? '') ?? []
  // A numbered heading is a heading.
  if (!level || /^H[1-6]$/.test(element.tagName)) return null
  const marker = [...element.querySelectorAll('span')].find(
    (span) => inlineStyle(span).get('mso-list') === 'ignore',
  )
  const content = reader.blocksOf(element, place)
  if (content.length === 0) return []
  const shown = marker?.textContent ?? ''
  return [
    { level: Number(level), number: markerNumber(shown), asLetter: markerLetter(shown), content },
  ]
}

/** `<div class="ListContainerWrapper"><ul><li data-aria-level="2">`: a list for every line. */
function webWordLines(
  element: Element,
  reader: HtmlReader,
  place: Place,
): readonly ListLine[] | null {
  if (!/\bListContainerWrapper\b/.test(element.className)) return null
  return [...element.querySelectorAll('li')].flatMap((item) => {
    const content = reader.blocksOf(item, place)
    const list = item.closest('ol, ul')
    const number = list?.tagName === 'OL' ? startOf(list) : null
    const level = Number(item.getAttribute('data-aria-level') ?? 1)
    return content.length === 0 ? [] : [{ level: Math.max(1, level || 1), number, content }]
  })
}
