/** Keys as people read them on their own keyboard. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** 'Ctrl+B', or '⌘B' on a Mac. */
export function shortcutWords(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl+${key}`
}
