/**
 * What a text of the plan may consist of: the one list that the editor, the
 * server's guard, the reader, import and export go by.
 *
 * It only ever grows. A client whose list lacks a node would delete that node
 * for everybody by opening the plan, so `TEXT_SCHEMA_VERSION` goes up with every
 * addition and an older client is refused (4426). Content expressions are loose
 * (`*`, never `+` or `{n}`): two people's edits may always leave any of them empty.
 * Headings 1 and 2 belong to the template.
 */

/** Named by our client in the handshake; see shared/protocol. */
export const TEXT_SCHEMA_VERSION = 1

/** Deepest nesting of blocks that readers follow and editors make. */
export const MAX_TEXT_DEPTH = 8

/** Nodes as ProseMirror and the Y.XmlElement name them, with their content expression. */
export const TEXT_NODES = {
  paragraph: { content: 'inline*', attrs: [] },
  heading: { content: 'inline*', attrs: ['level'] },
  bulletList: { content: 'listItem*', attrs: [] },
  orderedList: { content: 'listItem*', attrs: ['start', 'type'] },
  listItem: { content: 'block*', attrs: [] },
  taskList: { content: 'taskItem*', attrs: [] },
  taskItem: { content: 'block*', attrs: ['checked'] },
  blockquote: { content: 'block*', attrs: [] },
  callout: { content: 'block*', attrs: [] },
  hardBreak: { content: '', attrs: [] },
} as const satisfies Record<string, { content: string; attrs: readonly string[] }>

export type TextNodeName = keyof typeof TEXT_NODES

/** Marks as ProseMirror and the Y.Text format attribute name them. */
export const TEXT_MARKS = {
  bold: { attrs: [] },
  italic: { attrs: [] },
  underline: { attrs: [] },
  strike: { attrs: [] },
  code: { attrs: [] },
  link: { attrs: ['href'] },
  lang: { attrs: ['lang'] },
} as const satisfies Record<string, { attrs: readonly string[] }>

export type TextMarkName = keyof typeof TEXT_MARKS

export const HEADING_LEVELS = [3, 4] as const
export type HeadingLevel = (typeof HEADING_LEVELS)[number]

/** Is this the name of a node of ours? */
export function isTextNodeName(name: unknown): name is TextNodeName {
  return typeof name === 'string' && Object.hasOwn(TEXT_NODES, name)
}

/** Is this the name of a mark of ours? */
export function isTextMarkName(name: unknown): name is TextMarkName {
  return typeof name === 'string' && Object.hasOwn(TEXT_MARKS, name)
}
