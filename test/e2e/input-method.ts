/**
 * A keyboard that composes (a phone's, dead keys, Japanese), as Chromium gets it
 * from the system: over its debugging protocol.
 */
import type { CDPSession, Page } from '@playwright/test'

export interface InputMethod {
  /** What is being composed now stands there as this; '' takes it back. */
  compose(text: string): Promise<void>
  /** A word that is there already is composed anew, as this. */
  recompose(word: string, text: string): Promise<void>
  /** Puts what is composed, or this in its place, into the text. */
  commit(text: string): Promise<void>
  /** A word as phones write it: with each letter the whole word anew, then a space. */
  word(word: string, between?: () => Promise<void>): Promise<void>
  /** The hand is taken off the keyboard in the middle of a word: it gives no sign until the next. */
  rest(): void
}

/**
 * A hand on the keyboard moves: after two seconds without a sign (client/open-plan/incoming-door.ts)
 * a word counts as left, and for what a test does between two letters a machine may need longer.
 */
const SIGN_EVERY_MS = 500

export async function inputMethodOf(page: Page): Promise<InputMethod> {
  const browser: CDPSession = await page.context().newCDPSession(page)
  let signs: ReturnType<typeof setInterval> | undefined
  const rest = () => clearInterval(signs)
  page.once('close', rest)

  const put = async (text: string, replacement: object = {}) => {
    const caret = { selectionStart: text.length, selectionEnd: text.length }
    await browser.send('Input.imeSetComposition', { text, ...caret, ...replacement })
  }
  const compose = async (text: string, replacement?: object) => {
    rest()
    await put(text, replacement)
    // The page may be gone by then.
    const sign = () => void put(text).catch(rest)
    if (text !== '') signs = setInterval(sign, SIGN_EVERY_MS)
  }
  const commit = async (text: string) => {
    rest()
    await browser.send('Input.insertText', { text })
  }
  return {
    compose: (text) => compose(text),
    async recompose(word, text) {
      const start = await page.evaluate(
        (searched) => document.activeElement?.textContent.indexOf(searched) ?? -1,
        word,
      )
      // Chromium itself would not survive a place that is not there.
      if (start < 0) throw new Error(`no '${word}' where one writes`)
      await compose(text, { replacementStart: start, replacementEnd: start + word.length })
    },
    commit,
    async word(word, between = () => Promise.resolve()) {
      for (let length = 1; length <= word.length; length++) {
        await compose(word.slice(0, length))
        await between()
      }
      await commit(word)
      await commit(' ')
    },
    rest,
  }
}
