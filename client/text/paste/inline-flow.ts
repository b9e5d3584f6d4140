/**
 * Gathers words into paragraphs as a browser lays them out: white space collapses,
 * block edges end a paragraph, empty paragraphs are only distance and go.
 */
import { cleanText } from '../../../shared/text/clean-text.ts'
import type { Block, Inline, Mark } from '../../../shared/text/rich-text.ts'
import { trimmedEnd } from '../trimmed-end.ts'
import { paragraph } from './pasted.ts'

export type Wrap = (content: readonly Inline[]) => Block

export interface InlineFlow {
  /** @param isPre line ends and runs of blanks stand as they are. */
  addText(text: string, marks: readonly Mark[], isPre: boolean): void
  addBreak(): void
  addBlock(block: Block): void
  /** What was gathered becomes a block. */
  endBlock(wrap?: Wrap): void
  readonly blocks: Block[]
}

export function createInlineFlow(): InlineFlow {
  const blocks: Block[] = []
  let line: Inline[] = []

  const append = (text: string, marks: readonly Mark[]) => {
    const words = cleanText(text)
    if (words === '') return
    const last = line.at(-1)
    if (last?.type === 'text' && sameMarks(last.marks, marks)) {
      line[line.length - 1] = { ...last, text: last.text + words }
    } else line.push({ type: 'text', text: words, marks })
  }
  const flow: InlineFlow = {
    blocks,
    addText(text, marks, isPre) {
      if (isPre) {
        for (const [index, row] of text.split(/\r\n?|\n/).entries()) {
          if (index > 0) flow.addBreak()
          append(row, marks)
        }
        return
      }
      const last = line.at(-1)
      const isAfterBlank = last?.type !== 'text' || last.text.endsWith(' ')
      const words = text.replace(/[ \t\r\n\f]+/g, ' ')
      append(isAfterBlank ? words.replace(/^ /, '') : words, marks)
    },
    addBreak() {
      line.push({ type: 'hardBreak' })
    },
    addBlock(block) {
      flow.endBlock()
      blocks.push(block)
    },
    endBlock(wrap = paragraph) {
      const content = trimmed(line)
      line = []
      if (content.length > 0) blocks.push(wrap(content))
    },
  }
  return flow
}

/** Without blanks and breaks at both ends and beside breaks. */
function trimmed(line: readonly Inline[]): readonly Inline[] {
  const kept = line.map((inline, index): Inline => {
    if (inline.type !== 'text' || line[index + 1]?.type !== 'hardBreak') return inline
    return { ...inline, text: trimmedEnd(inline.text, ' ') }
  })
  while (isBlank(kept[0])) kept.shift()
  while (isBlank(kept.at(-1))) kept.pop()
  const first = kept[0]
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.replace(/^ +/, '') }
  const last = kept.at(-1)
  if (last?.type === 'text') {
    kept[kept.length - 1] = { ...last, text: trimmedEnd(last.text, ' \u00a0') }
  }
  return kept.filter((inline) => inline.type !== 'text' || inline.text !== '')
}

/** Also one that holds only no-break spaces: so Word and Outlook write an empty line. */
function isBlank(inline: Inline | undefined): boolean {
  return inline !== undefined && (inline.type === 'hardBreak' || inline.text.trim() === '')
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
