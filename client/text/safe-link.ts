/**
 * Links: http, https and mailto only, by the one allow list, at every way in and
 * out: pasted HTML, commands, rendering. An address that is not allowed leaves
 * the words as words. What becomes a link by itself: autolink.ts.
 */
import { Mark } from '@tiptap/core'
import { safeLinkAddress } from '../../shared/text/link-address.ts'
import { LINK_ATTRIBUTES } from './link-attributes.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection, or the whole link that the caret is in; refuses other addresses. */
      setLink: (address: string) => ReturnType
      unsetLink: () => ReturnType
    }
  }
}

export const SafeLink = Mark.create({
  name: 'link',
  // Above the other marks, so that one link stays one element around them.
  priority: 1000,
  // Typing at the end of a link is not part of it.
  inclusive: false,
  keepOnSplit: false,

  addAttributes() {
    return { href: { default: null } }
  },

  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeLinkAddress(element.getAttribute('href'))
          return href === null ? false : { href }
        },
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    const href = safeLinkAddress(HTMLAttributes['href'])
    return href === null ? ['span', 0] : ['a', { ...LINK_ATTRIBUTES, href }, 0]
  },

  addCommands() {
    return {
      setLink:
        (address) =>
        ({ chain }) => {
          const href = safeLinkAddress(address)
          return (
            href !== null && chain().extendMarkRange(this.name).setMark(this.name, { href }).run()
          )
        },
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    }
  },
})
