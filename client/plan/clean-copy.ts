/**
 * What is copied from the plan page, without the page: headings, paragraphs, lists and
 * links as a word processor expects them, and the same as plain text. Buttons, guidance,
 * and whatever carries `data-not-copied` stay behind.
 */

export interface CleanCopy {
  readonly html: string
  readonly text: string
}

const LEFT_OUT =
  '[hidden], [aria-hidden="true"], [data-not-copied], [data-text-tools], nav, svg, output'
const BLOCKS = ['P', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']
const MARKS = ['STRONG', 'EM', 'U', 'S', 'CODE']
const IN_LINE = ['SPAN', 'LABEL', 'A', 'BUTTON', 'DT', 'DD', 'B', 'I', 'KBD', 'TIME']

/** @param source part of the page, e.g. what a selection holds; it is not changed. */
export function cleanCopy(source: ParentNode): CleanCopy {
  const clean = document.createElement('div')
  appendBlocks(clean, cleanNodes(source, 0))
  for (const item of clean.querySelectorAll('li')) tidyItem(item)
  return {
    html: clean.innerHTML,
    text: blockText(clean, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  }
}

/** @param deeper by how many levels headings stand lower: those in a text are below its label. */
function cleanNodes(source: ParentNode, deeper: number): Node[] {
  return [...source.childNodes].flatMap((node) => {
    if (node instanceof Text) return [document.createTextNode(node.data)]
    return node instanceof Element ? cleanElement(node, deeper) : []
  })
}

function cleanElement(element: Element, deeper: number): Node[] {
  if (element.matches(LEFT_OUT)) return []
  const { tagName } = element
  if (element instanceof HTMLInputElement) return tick(element)
  if (element instanceof HTMLTextAreaElement) return [made('h1', [element.value])]
  // A title that opens its action is words; any other button is a tool.
  if (tagName === 'BUTTON' && !element.closest('h1, h2, h3, h4')) return []
  if (tagName === 'BR') return [made('br', [])]

  const isText = element.matches('[data-static-text], .ProseMirror')
  const inner = cleanNodes(element, isText ? 1 : deeper)
  if (inner.length === 0) return []
  if (tagName === 'DT') return [made('strong', inner), document.createTextNode(': ')]
  if (tagName === 'A') return [link(element, inner)]
  if (MARKS.includes(tagName)) return [made(tagName.toLowerCase(), inner)]
  if (IN_LINE.includes(tagName)) return inPassage(element, inner)
  const block = made(BLOCKS.includes(tagName) ? blockName(tagName, deeper) : 'div', [])
  if (!BLOCKS.includes(tagName) || tagName === 'BLOCKQUOTE' || tagName === 'LI') {
    appendBlocks(block, inner)
  } else {
    block.append(...inner)
  }
  if (element instanceof HTMLOListElement && element.start !== 1) {
    block.setAttribute('start', String(element.start))
  }
  return BLOCKS.includes(tagName) ? [block] : [...block.childNodes]
}

function blockName(tagName: string, deeper: number): string {
  const level = /^H([1-5])$/.exec(tagName)?.[1]
  return level === undefined ? tagName.toLowerCase() : `h${Number(level) + deeper}`
}

/** Words between blocks become paragraphs. */
function appendBlocks(target: Element, nodes: readonly Node[]): void {
  let line: Node[] = []
  const endLine = () => {
    if (line.some(({ textContent }) => textContent?.trim() !== '')) target.append(made('p', line))
    line = []
  }
  for (const node of nodes) {
    if (node instanceof Element && BLOCKS.includes(node.tagName)) {
      endLine()
      target.append(node)
    } else {
      line.push(node)
    }
  }
  endLine()
}

/** A tick stands in the line of its task, and an item of one paragraph is that line. */
function tidyItem(item: Element): void {
  const [first, second] = item.children
  if (first?.tagName === 'P' && second?.tagName === 'P' && /^[☐☑]\s*$/.test(first.textContent)) {
    second.prepend(...first.childNodes)
    first.remove()
  }
  const line = item.firstElementChild
  if (line?.tagName === 'P') line.replaceWith(...line.childNodes)
}

function tick({ type, checked }: HTMLInputElement): Node[] {
  return type === 'checkbox' ? [document.createTextNode(checked ? '☑ ' : '☐ ')] : []
}

function link(element: Element, inner: readonly Node[]): HTMLElement {
  const copied = made('a', inner)
  copied.setAttribute('href', element.getAttribute('href') ?? '')
  return copied
}

function inPassage(element: Element, inner: Node[]): Node[] {
  const language = element.getAttribute('lang')
  if (language === null) return inner
  const passage = made('span', inner)
  passage.setAttribute('lang', language)
  return [passage]
}

function made(tag: string, inner: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  element.append(...inner)
  return element
}

/** A line for each block; an empty one before headings. */
function blockText(element: Element, indent: string): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.textContent ?? ''
      const { tagName } = node
      if (tagName === 'BR') return '\n'
      if (tagName === 'UL' || tagName === 'OL') {
        return `${element.tagName === 'LI' ? '\n' : ''}${itemsText(node, indent)}`
      }
      if (tagName === 'BLOCKQUOTE') return blockText(node, indent)
      if (/^H\d$/.test(tagName)) return `\n${node.textContent}\n`
      return tagName === 'P' ? `${indent}${lineText(node)}\n` : (node.textContent ?? '')
    })
    .join('')
}

function itemsText(list: Element, indent: string): string {
  const first = Number(list.getAttribute('start') ?? 1)
  const items = [...list.children].map((item, index) => {
    const sign = list.tagName === 'OL' ? `${first + index}.` : '-'
    return `${indent}${sign} ${blockText(item, `${indent}  `).trim()}\n`
  })
  return items.join('')
}

function lineText(line: Element): string {
  return [...line.childNodes]
    .map((node) => (node instanceof HTMLBRElement ? '\n' : (node.textContent ?? '')))
    .join('')
    .trim()
}
