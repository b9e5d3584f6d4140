/**
 * What a text means, in a form in which a RichText and the parse of its Markdown
 * can be compared: blocks, and every character with the marks that Markdown has.
 *
 * Left out on both sides: what has no words, white space at the ends of lines,
 * marks of white space. Struck-out words are not known to CommonMark: their
 * tildes stay characters, so compare them by `wordsOfShape`.
 */
import { type Node, Parser } from 'commonmark'
import { plainText } from '../../shared/text/plain-text.ts'
import type { Block, Inline, RichText } from '../../shared/text/rich-text.ts'

type Character = readonly [character: string, marks: string]
export type Shape = readonly [kind: string, content: readonly (Shape | Character)[]]

/** @param above the level of the heading the text stands under. */
export function shapeOfText(text: RichText, above: number): readonly Shape[] {
  let hasUpper = false
  const levelOf = (level: number) => {
    hasUpper ||= level === 3
    return level === 4 && hasUpper ? above + 2 : above + 1
  }

  const blocks = (list: RichText): Shape[] => list.filter((block) => hasWords([block])).map(shape)
  const item = (content: RichText): Shape => ['item', blocks(content)]
  const shape = (block: Block): Shape => {
    switch (block.type) {
      case 'paragraph':
        return ['paragraph', lines(characters(block.content))]
      case 'heading': {
        const flat = characters(block.content).map(([character, marks]): Character => [
          character === '\n' ? ' ' : character,
          marks,
        ])
        return [`heading ${levelOf(block.level)}`, lines(joinSpaces(flat))]
      }
      case 'bulletList':
        return ['bullet', block.items.filter(hasWords).map(item)]
      case 'orderedList':
        return [`ordered ${block.start}`, block.items.filter(hasWords).map(item)]
      case 'taskList':
        return [
          'bullet',
          block.items
            .filter(({ content }) => hasWords(content))
            .map(({ checked, content }) => withBox(checked ? '[x]' : '[ ]', item(content))),
        ]
      case 'blockquote':
      case 'callout':
        return ['block_quote', blocks(block.content)]
    }
  }
  return blocks(text)
}

/** @throws Error on any node that no text of ours may become: HTML, code blocks, images, rules. */
export function shapeOfMarkdown(markdown: string): readonly Shape[] {
  return childrenOf(new Parser().parse(markdown)).map(shapeOfNode)
}

/** All words in their order, without white space and tildes. */
export function wordsOfShape(shapes: readonly (Shape | Character)[]): string {
  return shapes
    .map(([first, second]) => (typeof second === 'string' ? first : wordsOfShape(second)))
    .join('')
    .replace(/[\s~]/g, '')
}

function shapeOfNode(node: Node): Shape {
  switch (node.type) {
    case 'paragraph':
      return ['paragraph', lines(charactersOfNode(node, []))]
    case 'heading':
      return [`heading ${node.level}`, lines(joinSpaces(charactersOfNode(node, [])))]
    case 'list': {
      const kind = node.listType === 'ordered' ? `ordered ${node.listStart}` : 'bullet'
      return [kind, childrenOf(node).map(shapeOfNode)]
    }
    case 'item':
    case 'block_quote':
      return [node.type, childrenOf(node).map(shapeOfNode)]
    default:
      throw new Error(`Markdown has become ${node.type}: ${node.literal ?? ''}`)
  }
}

function charactersOfNode(node: Node, marks: readonly string[]): Character[] {
  return childrenOf(node).flatMap((child): Character[] => {
    switch (child.type) {
      case 'text':
        return Array.from(child.literal ?? '', (character) => [character, marksText(marks)])
      case 'code':
        return Array.from(child.literal ?? '', (c) => [c, marksText([...marks, 'code'])])
      case 'linebreak':
        return [['\n', '']]
      case 'emph':
        return charactersOfNode(child, [...marks, 'italic'])
      case 'strong':
        return charactersOfNode(child, [...marks, 'bold'])
      case 'link':
        return charactersOfNode(child, [...marks, `link ${decodeURI(child.destination ?? '')}`])
      default:
        throw new Error(`Markdown has become ${child.type}: ${child.literal ?? ''}`)
    }
  })
}

function characters(inlines: readonly Inline[]): Character[] {
  return inlines.flatMap((inline): Character[] => {
    if (inline.type === 'hardBreak') return [['\n', '']]
    const marks = inline.marks
      .filter(({ type }) => type !== 'underline' && type !== 'lang' && type !== 'strike')
      .map((mark) => (mark.type === 'link' ? `link ${decodeURI(encodeURI(mark.href))}` : mark.type))
    return Array.from(inline.text, (character) => [
      character === '\t' ? ' ' : character,
      marksText(marks),
    ])
  })
}

/** Lines without space at their ends, and without empty lines at either end. */
function lines(list: readonly Character[]): Character[] {
  const split: Character[][] = [[]]
  for (const [character, marks] of list) {
    if (character === '\n') split.push([])
    else split.at(-1)!.push([character, isSpace(character) ? '' : marks])
  }
  const trimmed = split.map(trim)
  while (trimmed.length > 0 && trimmed[0]!.length === 0) trimmed.shift()
  while (trimmed.length > 0 && trimmed.at(-1)!.length === 0) trimmed.pop()
  return trimmed.flatMap((line, index) => (index > 0 ? [['\n', ''] as const, ...line] : line))
}

function trim(line: readonly Character[]): Character[] {
  const first = line.findIndex(([character]) => !isSpace(character))
  const last = line.findLastIndex(([character]) => !isSpace(character))
  return first === -1 ? [] : line.slice(first, last + 1)
}

/** A heading's lines are joined by one space, whatever space stood around its breaks. */
function joinSpaces(list: readonly Character[]): Character[] {
  return list
    .filter(([character], index) => !isSpace(character) || !isSpace(list[index - 1]?.[0] ?? 'x'))
    .map(([character, marks]) => [isSpace(character) ? ' ' : character, marks])
}

function withBox(box: string, [kind, content]: Shape): Shape {
  const boxed: Character[] = Array.from(box, (c) => [c, ''])
  const [first, ...rest] = content as readonly Shape[]
  if (first?.[0] !== 'paragraph') return [kind, [['paragraph', boxed], ...content]]
  return [
    kind,
    [['paragraph', lines([...boxed, [' ', ''], ...(first[1] as readonly Character[])])], ...rest],
  ]
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.next) children.push(child)
  return children
}

function marksText(marks: readonly string[]): string {
  return [...marks].sort().join(', ')
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}

function hasWords(text: RichText): boolean {
  return plainText(text).trim() !== ''
}
