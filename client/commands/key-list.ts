/**
 * The keys of the plan page outside of its texts (those of a text: text/text-keys.ts).
 * What listens for keys reads them here, and so does the page of shortcuts.
 *
 * None is a letter alone or Ctrl+Alt with a letter: screen readers take the first
 * for reading, and the second is theirs (JAWS, NVDA, Narrator) or writes a sign on
 * Norwegian keyboards (AltGr). `?` alone works only outside of texts and boxes, and
 * can be turned off (WCAG 2.1.4).
 */
export const PAGE_KEYS = {
  palette: 'Mod-k',
  shortcuts: '?',
  undo: 'Mod-z',
  redo: 'Mod-y',
  print: 'Mod-p',
  /** As in Notion. Ctrl+Alt+M of other programs writes µ on a Norwegian keyboard. */
  comment: 'Mod-Shift-m',
  /** To what is said, and back: from pane to pane, as in office programs. */
  notes: 'F6',
} as const satisfies Readonly<Record<string, string>>

/** On the head of an action; the last one on its frame. */
export const ACTION_KEYS = {
  moveUp: 'Alt-Shift-ArrowUp',
  moveDown: 'Alt-Shift-ArrowDown',
  close: 'Escape',
} as const satisfies Readonly<Record<string, string>>
