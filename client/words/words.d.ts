/** What shared/words/pages-words.ts makes when the pages are built. */
declare module 'virtual:words' {
  import type { Messages } from '@lingui/core'

  /** How to load a part of a language's words: 'nb/main', 'nn/sign-in' (shared/words/parts.ts). */
  export const words: Readonly<
    Record<string, (() => Promise<{ readonly messages: Messages }>) | undefined>
  >
}
