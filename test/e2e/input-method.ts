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
}

export async function inputMethodOf(page: Page): Promise<InputMethod> {
  const browser: CDPSession = await page.context().newCDPSession(page)
  const compose = async (text: string, replacement: object = {}) => {
    const caret = { selectionStart: text.length, selectionEnd: text.length }
    await browser.send('Input.imeSetComposition', { text, ...caret, ...replacement })
  }
  const commit = async (text: string) => {
    await browser.send('Input.insertText', { text })
  }
  return {
    compose,
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
  }
}
