/**
 * The language of a passage, so that it is read aloud and hyphenated rightly.
 * A mark of ours: `<span lang="de">`.
 */
import { Mark } from '@tiptap/core'
import { languageTag } from '../../shared/text/language-tag.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lang: {
      /** Says which language the selected words are in; refuses what is not a language tag. */
      setPassageLanguage: (tag: string) => ReturnType
      unsetPassageLanguage: () => ReturnType
    }
  }
}

export const LangMark = Mark.create({
  name: 'lang',

  addAttributes() {
    return {
      lang: {
        default: null,
        parseHTML: (element) => languageTag(element.getAttribute('lang')),
        renderHTML: ({ lang }) => ({ lang: languageTag(lang) }),
      },
    }
  },

  parseHTML() {
    return [
      {
        tag: 'span[lang]',
        getAttrs: (element) => (languageTag(element.getAttribute('lang')) === null ? false : null),
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', HTMLAttributes, 0]
  },

  addCommands() {
    return {
      setPassageLanguage:
        (tag) =>
        ({ commands }) => {
          const lang = languageTag(tag)
          return lang !== null && commands.setMark(this.name, { lang })
        },
      unsetPassageLanguage:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    }
  },
})
