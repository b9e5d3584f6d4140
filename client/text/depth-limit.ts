/**
 * Nesting ends where readers stop following it. Only one's own edits are refused;
 * what arrives from others and what undo brings back always passes.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from 'y-prosemirror'
import { MAX_TEXT_DEPTH } from '../../shared/text/schema.ts'

export const DepthLimit = Extension.create({
  name: 'depthLimit',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction(transaction) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
          const depth = nestingDepth(transaction.doc)
          return depth <= MAX_TEXT_DEPTH || depth <= nestingDepth(transaction.before)
        },
      }),
    ]
  },
})

/** Lists, quotes and callouts around the deepest block; a list and its items count once. */
export function nestingDepth(node: Node): number {
  let deepest = 0
  node.forEach((child) => {
    if (!child.isTextblock && !child.isInline) deepest = Math.max(deepest, nestingDepth(child))
  })
  return deepest + (isNesting(node) ? 1 : 0)
}

/** Does what stands in it stand a level deeper? */
export function isNesting(node: Node): boolean {
  return CONTAINERS.includes(node.type.name)
}

const CONTAINERS = ['bulletList', 'orderedList', 'taskList', 'blockquote', 'callout']
