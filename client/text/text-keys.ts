/**
 * The keys of a text as one list: what the page of shortcuts shows, and what the
 * tools say of themselves. A test presses each of them in an editor.
 *
 * Most are bound by the extensions themselves, under the same combinations as in
 * Word and Google Docs. Mod-k opens all commands, in a text too, as in most programs
 * that have such a list; a link has Mod-Shift-k, the toolbar, and the slash.
 *
 * None needs Ctrl+Alt or a bracket: on Norwegian keyboards Ctrl+Alt is AltGr and writes
 * £ and }, and the brackets are behind it.
 */

/** id of a tool or of something else that a key does in a text -> its combination. */
export const TEXT_KEYS = {
  bold: 'Mod-b',
  italic: 'Mod-i',
  underline: 'Mod-u',
  strike: 'Mod-Shift-s',
  code: 'Mod-e',
  link: 'Mod-Shift-k',
  paragraph: 'Mod-Shift-6',
  heading3: 'Mod-Shift-1',
  heading4: 'Mod-Shift-2',
  orderedList: 'Mod-Shift-7',
  bulletList: 'Mod-Shift-8',
  taskList: 'Mod-Shift-9',
  blockquote: 'Mod-Shift-b',
  itemIn: 'Mod-Shift-.',
  itemOut: 'Mod-Shift-,',
  toolbar: 'Alt-F10',
  leave: 'Escape',
} as const satisfies Readonly<Record<string, string>>

export type TextKey = keyof typeof TEXT_KEYS
