/** One plain form of a text, from Yjs or from an editor, to see whether they hold the same. */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

type Plain = readonly [name: string, attributes: string, children: readonly (Plain | Run)[]]
interface Run {
  readonly text: string
  readonly marks: string
}

/** @param defaults attributes of a node that Yjs may leave out. */
export function plainOfYjs(
  fragment: Y.XmlFragment,
  defaults: (name: string) => Record<string, unknown>,
): readonly (Plain | Run)[] {
  return fragment.toArray().flatMap((child): (Plain | Run)[] => {
    if (child instanceof Y.XmlText) return joined(child.toDelta().map(runOfDelta))
    if (!(child instanceof Y.XmlElement)) return []
    const attributes = { ...defaults(child.nodeName), ...child.getAttributes() }
    return [[child.nodeName, sorted(attributes), joined(plainOfYjs(child, defaults))]]
  })
}

export function plainOfEditor(doc: Node): readonly (Plain | Run)[] {
  return joined(
    doc.children.map((child): Plain | Run =>
      child.isText
        ? { text: child.text ?? '', marks: marksOf(child) }
        : [child.type.name, sorted(child.attrs), plainOfEditor(child)],
    ),
  )
}

function runOfDelta(run: { insert: string; attributes?: Record<string, unknown> }): Run {
  const marks = Object.entries(run.attributes ?? {})
  return { text: run.insert, marks: sorted(Object.fromEntries(marks)) }
}

function marksOf(node: Node): string {
  return sorted(Object.fromEntries(node.marks.map((mark) => [mark.type.name, mark.attrs])))
}

function joined(children: readonly (Plain | Run)[]): (Plain | Run)[] {
  const result: (Plain | Run)[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (last && 'text' in last && 'text' in child && last.marks === child.marks) {
      result[result.length - 1] = { ...last, text: last.text + child.text }
    } else if (!('text' in child) || child.text !== '') {
      result.push(child)
    }
  }
  return result
}

function sorted(record: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(record).filter(([, value]) => value !== null)
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
