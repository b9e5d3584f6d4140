/** What fingers do in an editor, for tests: through the same handlers that a browser calls. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Puts the selection near two places, each a share (0 to 1) of the text's length. */
export function select(editor: Editor, anchor: number, head: number): void {
  const { doc } = editor.state
  const at = (share: number) => doc.resolve(Math.round(share * doc.content.size))
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between(at(anchor), at(head))))
}

/** Types at the selection, character by character, so that Markdown shortcuts work. */
export function type(editor: Editor, words: string): void {
  const { view } = editor
  for (const character of words) {
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    const isHandled = view.someProp('handleTextInput', (handle) =>
      handle(view, from, to, character, insert),
    )
    if (!isHandled) view.dispatch(view.state.tr.insertText(character))
  }
}

/** Presses a key; 'Mod-z' style modifiers are Ctrl here. @returns whether the editor took it. */
export function press(editor: Editor, key: string): boolean {
  const parts = key.split('-')
  const event = new KeyboardEvent('keydown', {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Mod'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    bubbles: true,
    cancelable: true,
  })
  const { view } = editor
  return view.someProp('handleKeyDown', (handle) => handle(view, event)) === true
}
