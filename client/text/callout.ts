/** The callout: blocks set apart because they matter. A node of ours; Tiptap has none. */
import { mergeAttributes, Node } from '@tiptap/core'
import { TEXT_NODES } from '../../shared/text/schema.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Sets the selected blocks apart, or takes that back. */
      toggleCallout: () => ReturnType
    }
  }
}

export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: TEXT_NODES.callout.content,
  defining: true,

  parseHTML() {
    return [{ tag: 'div[data-callout]' }, { tag: 'aside' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { 'data-callout': '', role: 'note' }), 0]
  },

  addCommands() {
    return {
      toggleCallout:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    }
  },
})
