/** What a person does with what is said about a plan, and where it stands. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Words that the example's plan has in one piece, in 'leadership.today'. */
export const WORDS = 'registrerer prosjektene'

/** The notes are there: those of the example, at least their number. */
export async function discussionLoaded(page: Page): Promise<void> {
  await page.locator('[data-comments-at] button').first().waitFor({ state: 'attached' })
}

/** Chooses words in a text that is not being written in, as a drag over them does. */
export async function chooseWords(page: Page, textId: string, words: string): Promise<void> {
  const text = page.locator(`[data-text-id="${textId}"]`)
  await text.scrollIntoViewIfNeeded()
  await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`no such words in one piece: ${wanted}`)
  }, words)
}

/** Begins a comment at words of a text one only reads. */
export async function beginComment(page: Page, textId: string, words: string): Promise<void> {
  await chooseWords(page, textId, words)
  await page.getByRole('button', { name: 'Kommenter', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Kommentaren din' })).toBeFocused()
}

/** The notes in which these words are said. */
export function note(page: Page, words: string): Locator {
  return page.locator('[data-thread-id]').filter({ hasText: words })
}

/** What the browser paints as highlighted, by kind. */
export function highlighted(page: Page, kind: 'comment' | 'chosen' | 'gone' | 'suggested') {
  return page.evaluate((name) => {
    const highlight = CSS.highlights.get(name)
    return highlight ? [...highlight].map((range) => (range as Range).toString()) : []
  }, `samplan-${kind}`)
}
