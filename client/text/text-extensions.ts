/**
 * The editor's schema, node by node, equal to shared/text/schema.ts: the same
 * names, attributes and loose content expressions (a test compares them). What
 * two people's edits leave behind is always valid, so the binding, which deletes
 * what it cannot parse, finds nothing to delete.
 *
 * One schema for every kind of text: a line is held to one paragraph by its keys
 * (line-only.ts), not by a schema that others' blocks would fall out of.
 */
import { type Editor, type Extensions, textblockTypeInputRule } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import {
  BulletList,
  ListItem,
  ListKeymap,
  OrderedList,
  TaskItem,
  TaskList,
} from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { HEADING_LEVELS, TEXT_NODES } from '../../shared/text/schema.ts'
import { Callout } from './callout.ts'
import { LangMark } from './lang-mark.ts'
import { SafeLink } from './safe-link.ts'
import { TEXT_KEYS } from './text-keys.ts'

/** @param checkboxLabel names the checkbox of a task, whose words are given. */
export function textExtensions(checkboxLabel: (words: string) => string): Extensions {
  return [
    Document.extend({ content: 'block*' }),
    Paragraph,
    Text,
    HardBreak,
    FieldHeading,
    Blockquote.extend({ content: TEXT_NODES.blockquote.content }),
    Callout,
    BulletList.extend({ content: TEXT_NODES.bulletList.content }),
    OrderedList.extend({ content: TEXT_NODES.orderedList.content }),
    FieldListItem,
    TaskList.extend({ content: TEXT_NODES.taskList.content }),
    FieldTaskItem.configure({
      nested: true,
      a11y: { checkboxLabel: (node) => checkboxLabel(node.textContent) },
    }),
    FieldListKeymap,
    Bold,
    Italic,
    Underline,
    Strike,
    // Excludes itself only: a mark that excludes nothing would get hashed names in Yjs.
    Code.extend({ excludes: 'code' }),
    SafeLink,
    LangMark,
  ]
}

/**
 * Levels 3 and 4; pasted ones are brought there. `#` begins the larger, more of them the smaller.
 */
const FieldHeading = Heading.extend({
  addAttributes() {
    return { level: { default: HEADING_LEVELS[0], rendered: false } }
  },

  parseHTML() {
    return [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: level <= 3 ? 3 : 4 },
    }))
  },

  addKeyboardShortcuts() {
    const { editor } = this
    return {
      ...this.parent?.(),
      [TEXT_KEYS.heading3]: () => editor.commands.toggleHeading({ level: 3 }),
      [TEXT_KEYS.heading4]: () => editor.commands.toggleHeading({ level: 4 }),
      [TEXT_KEYS.paragraph]: () => editor.commands.setParagraph(),
    }
  },

  addInputRules() {
    return HEADING_LEVELS.map((level) =>
      textblockTypeInputRule({
        find: level === 3 ? /^#\s$/ : /^#{2,6}\s$/,
        type: this.type,
        getAttributes: { level },
      }),
    )
  },
}).configure({ levels: [...HEADING_LEVELS] })

const FieldListItem = ListItem.extend({
  content: TEXT_NODES.listItem.content,
  addKeyboardShortcuts() {
    return itemKeys(this)
  },
})

const FieldTaskItem = TaskItem.extend({
  content: TEXT_NODES.taskItem.content,
  addKeyboardShortcuts() {
    return itemKeys(this)
  },
})

/** Tab leaves the text, as everywhere on the page; keys of their own move an item in and out. */
function itemKeys({ editor, name }: { readonly editor: Editor; readonly name: string }) {
  return {
    Enter: () => editor.commands.splitListItem(name),
    [TEXT_KEYS.itemIn]: () => editor.commands.sinkListItem(name),
    'Mod-]': () => editor.commands.sinkListItem(name),
    [TEXT_KEYS.itemOut]: () => editor.commands.liftListItem(name),
    'Mod-[': () => editor.commands.liftListItem(name),
  }
}

const FieldListKeymap = ListKeymap.extend({
  addKeyboardShortcuts() {
    const { Tab: _tab, ...others } = this.parent?.() ?? {}
    return others
  },
})
