/**
 * Holds a text to one line: one paragraph, no blocks, no breaks.
 *
 * By keys, paste and a filter on one's own edits, not by the schema: a line that
 * others' edits left with two paragraphs is shown whole, and nothing is deleted.
 */
import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from 'y-prosemirror'

export const LineOnly = Extension.create({
  name: 'lineOnly',
  priority: 900,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction(transaction) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
          return isLine(transaction.doc) || !isLine(transaction.before)
        },
        props: { transformPasted: (slice) => flatten(slice) },
      }),
    ]
  },
})

function isLine(doc: Node): boolean {
  if (doc.childCount === 0) return true
  const { firstChild } = doc
  if (doc.childCount > 1 || firstChild?.type.name !== 'paragraph') return false
  return firstChild.children.every((inline) => inline.isText)
}

/** All words of what is pasted, on one line: blocks and breaks become spaces. */
function flatten(slice: Slice): Slice {
  const line: Node[] = []
  const addSpace = () => {
    const last = line.at(-1)
    if (last && !last.text?.endsWith(' ')) line.push(last.type.schema.text(' '))
  }
  slice.content.descendants((node) => {
    if (node.isText) line.push(node)
    else addSpace()
    return true
  })
  return new Slice(Fragment.fromArray(line), 0, 0)
}
