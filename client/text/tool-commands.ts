/** What each tool does in an editor. The caret stays where it was, and the focus with it. */
import type { ChainedCommands, Editor } from '@tiptap/core'
import type { BlockKind, Toggle } from './tool-state.ts'

const TOGGLE_COMMANDS: Readonly<
  Record<Exclude<Toggle, 'link'>, (chain: ChainedCommands) => ChainedCommands>
> = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  underline: (chain) => chain.toggleUnderline(),
  strike: (chain) => chain.toggleStrike(),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  taskList: (chain) => chain.toggleTaskList(),
  blockquote: (chain) => chain.toggleBlockquote(),
  callout: (chain) => chain.toggleCallout(),
}

export function toggle(editor: Editor, tool: Exclude<Toggle, 'link'>): void {
  TOGGLE_COMMANDS[tool](focused(editor)).run()
}

export function setBlock(editor: Editor, kind: BlockKind): void {
  if (kind === 'paragraph') focused(editor).setParagraph().run()
  else
    focused(editor)
      .setHeading({ level: kind === 'heading3' ? 3 : 4 })
      .run()
}

/** null: like the rest of the text. */
export function setLanguage(editor: Editor, tag: string | null): void {
  if (tag === null) focused(editor).unsetPassageLanguage().run()
  else focused(editor).setPassageLanguage(tag).run()
}

/** Links the selection; without one, the address itself is written and linked. */
export function setLink(editor: Editor, address: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href: address } }]
    focused(editor).insertContent({ type: 'text', text: address, marks }).run()
  } else {
    focused(editor).setLink(address).run()
  }
}

/** Writes words at the selection, as if they were typed. */
export function insertWords(editor: Editor, words: string): void {
  focused(editor).insertContent({ type: 'text', text: words }).run()
}

export function removeLink(editor: Editor): void {
  focused(editor).unsetLink().run()
}

function focused(editor: Editor): ChainedCommands {
  return editor.chain().focus(undefined, { scrollIntoView: false })
}
