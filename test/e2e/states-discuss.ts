/** The states of what is said about a plan: margin or sheet, what is being written, decisions. */
import type { Page } from '@playwright/test'
import { beginComment, chooseWords, discussionLoaded, WORDS } from './discuss.ts'
import { openMore, openPalette, planIdOf } from './plan-page.ts'
import type { PageState } from './states.ts'

const TEXT = 'leadership.today'

export const discussStates: readonly PageState[] = [
  {
    name: 'discuss-note',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await commentAsMyself(page)
      await page.locator('[data-thread-id]:focus').getByRole('button', { name: 'Svar' }).click()
      await page.locator('[data-thread-id] textarea:focus').waitFor()
      await page.keyboard.type('Godt at det er sagt. @El')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'discuss-composer',
    who: 'leadership',
    from: 'plan',
    show: async ({ page }) => {
      await discussionLoaded(page)
      await beginComment(page, TEXT, WORDS)
    },
  },
  {
    name: 'discuss-drafts',
    who: 'leadership',
    from: 'plan',
    show: async ({ page }) => {
      await discussionLoaded(page)
      await beginComment(page, TEXT, WORDS)
      await page.keyboard.type('Er dette alle')
      await page.keyboard.press('Escape')
      await openNotes(page)
      const note = page.locator('[data-thread-id]').first()
      await note.getByRole('button', { name: 'Svar', exact: true }).click()
      await note.locator('textarea:focus').waitFor()
      await page.keyboard.type('Godt at det er sagt')
      await page.keyboard.press('Escape')
      await note.getByText('Utkast til svar').waitFor()
    },
  },
  {
    name: 'discuss-suggesting',
    who: 'guest',
    from: 'plan',
    show: async ({ page }) => {
      await discussionLoaded(page)
      await beginComment(page, TEXT, WORDS)
      await page.getByText('Foreslå', { exact: true }).first().click()
      await page
        .getByRole('textbox', { name: 'Slik du ville skrevet det' })
        .fill('fører alle prosjektene')
    },
  },
  {
    name: 'discuss-suggestion',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const threadId = await suggestWords(page)
      await page.goto(new URL(`/plans/${planIdOf(page)}?thread=${threadId}`, page.url()).href)
      await page.locator(`[data-thread-id="${threadId}"]:focus`).waitFor()
    },
  },
  {
    name: 'discuss-resolved',
    who: 'teacher',
    from: 'plan',
    isLong: true,
    show: async ({ page }) => {
      await openNotes(page)
      await page.getByRole('button', { name: 'Vis løste' }).click()
      await page.locator('[data-thread-id][data-state="resolved"]').first().waitFor()
    },
  },
  {
    name: 'discuss-suggest-action',
    who: 'leadership',
    from: 'plan',
    show: async ({ page }) => {
      await discussionLoaded(page)
      await page.getByRole('button', { name: 'Foreslå et tiltak' }).first().click()
      await page.getByRole('textbox', { name: 'Hva bør gjøres?' }).fill('Felles åpen dag')
    },
  },
  {
    name: 'decisions',
    who: 'coordinator',
    from: 'plan',
    show: async ({ page }) => {
      await discussionLoaded(page)
      if (await openMore(page)) await page.getByRole('menuitem', { name: 'Beslutninger' }).click()
      else await fromPalette(page, 'Beslutninger')
      await page
        .getByRole('dialog', { name: 'Beslutninger' })
        .getByRole('listitem')
        .first()
        .waitFor()
    },
  },
]

/** A comment on words of the text, sent: its note has the focus. */
async function commentAsMyself(page: Page): Promise<void> {
  await discussionLoaded(page)
  await chooseWords(page, TEXT, WORDS)
  await page.getByRole('button', { name: 'Kommenter', exact: true }).click()
  await page.getByRole('textbox', { name: 'Kommentaren din' }).fill('Alle prosjektene?')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('[data-thread-id]:focus').waitFor()
}

async function suggestWords(page: Page): Promise<string | null> {
  await discussionLoaded(page)
  await beginComment(page, TEXT, WORDS)
  await page.getByText('Foreslå', { exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Slik du ville skrevet det' }).fill('fører prosjektene')
  await page.getByRole('textbox', { name: /^Hvorfor/ }).fill('Kortere.')
  await page.getByRole('button', { name: 'Foreslå', exact: true }).click()
  const note = page.locator('[data-thread-id]:focus')
  // Sent: only then has it a link.
  await note.getByRole('button', { name: 'Mer om samtalen' }).waitFor()
  return note.getAttribute('data-thread-id')
}

/** Beside the paper they are there; on a narrow window they are opened. */
async function openNotes(page: Page): Promise<void> {
  await discussionLoaded(page)
  if (await openMore(page)) {
    await page.getByRole('menuitem', { name: 'Samtaler og forslag' }).click()
  }
  await page.locator('[data-thread-id]').first().waitFor()
}

async function fromPalette(page: Page, command: string): Promise<void> {
  const { search } = await openPalette(page)
  await search.fill(command)
  await page.getByRole('menuitem', { name: command }).first().waitFor()
  await page.keyboard.press('Enter')
}
