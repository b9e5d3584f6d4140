/**
 * Keys: how a combination is written in the lists of keys ('Mod-Shift-k', as
 * ProseMirror's key maps write it), how people read it on their own keyboard, and
 * whether a key that was pressed is it. Mod is Ctrl, and ⌘ on a Mac.
 */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

const SIGNS: Readonly<Record<string, string>> = isApple
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** 'Ctrl+B', or '⌘B' on a Mac. */
export function shortcutWords(key: string): string {
  return chordWords(`Mod-${key}`)
}

/** 'Mod-Shift-k' as 'Ctrl+Shift+K', or '⌘⇧K' on a Mac. */
export function chordWords(chord: string): string {
  const { key, modifiers } = partsOf(chord)
  const name = ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return [...modifiers.map((modifier) => SIGNS[modifier] ?? modifier), name].join(
    isApple ? '' : '+',
  )
}

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Was exactly this combination pressed? `?` needs Shift on some keyboards, so Shift is let be. */
export function isChord(event: PressedKey, chord: string): boolean {
  const { key, modifiers } = partsOf(chord)
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key)
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === modifiers.includes('Mod') &&
    event.altKey === modifiers.includes('Alt') &&
    (isSign || event.shiftKey === modifiers.includes('Shift'))
  )
}

function partsOf(chord: string) {
  // The last part may be the minus itself.
  const parts = chord.split(/-(?=.)/)
  return { key: parts.at(-1) ?? '', modifiers: parts.slice(0, -1) }
}
