/** Pasting into a plan from elsewhere, in a real browser under the real policy. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './people.ts'
import { action, expectSameContent, field, goToEnd, savedAtSchool, section } from './plan-page.ts'

const fixture = (name: string) => readFileSync(`test/fixtures/paste/${name}.html`, 'utf8')

/** Through the browser's own clipboard and its paste, as a person does. */
async function paste(page: Page, words: string, html?: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    async ([plain, rich]) => {
      const parts: Record<string, Blob> = {
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      }
      if (rich) parts['text/html'] = new Blob([rich], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem(parts)])
    },
    [words, html ?? ''] as const,
  )
  await page.keyboard.press('ControlOrMeta+v')
}

/** As the source's own program puts it on the clipboard, unwashed by the browser. */
async function pasteRaw(page: Page, html: string, words = ''): Promise<void> {
  await page.evaluate(
    ([rich, plain]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', rich)
      clipboardData.setData('text/plain', plain)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    [html, words] as const,
  )
}

test('text from Google Docs keeps its own marks, and is not all bold', async ({ enter }) => {
  const { page } = await enter('teacher')
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await goToEnd(page, 'models.next')
  await page.keyboard.press('Enter')

  await pasteRaw(page, fixture('google-docs'))

  const text = field(page, 'models.next')
  await expect(text.locator('strong').filter({ hasText: /^fet$/ })).toBeVisible()
  await expect(text.locator('strong').filter({ hasText: 'Vanlig' })).toHaveCount(0)
  await expect(text.locator('em')).toHaveText('kursiv')
  await expect(text.locator('s')).toHaveText('strøket')
  await expect(text.locator('li li')).toHaveText('Indre')
  await expect(text.getByRole('checkbox')).toHaveCount(2)
  expect(complaints).toEqual([])
})

test('Word’s lists are lists, undo takes the paste back alone', async ({ enter }) => {
  const { page } = await enter('teacher')
  const text = field(page, 'models.next')
  await goToEnd(page, 'models.next')
  await page.keyboard.type(' Før.')
  const before = await text.locator('li').count()

  await paste(page, 'Ord', fixture('word-desktop'))
  await expect(text.locator('li li')).toHaveText(['to ganger i året', 'i fellestid'])
  await expect(text).not.toContainText('mandag')
  await expect(page.getByText('Bilder kan ikke limes inn ennå')).toBeVisible()
  // At one stroke: a pause between two letters would make two steps of it.
  await page.keyboard.insertText(' Etter.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).not.toContainText('Etter.')
  await expect(text.locator('li li')).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')

  await expect(text.locator('li')).toHaveCount(before)
  await expect(text).toContainText('Før.')
})

test('a table from Excel becomes actions, in one step that undo takes back', async ({ enter }) => {
  const { page } = await enter('teacher')
  await goToEnd(page, 'models.next')
  const before = await section(page, 'models').getByRole('article').count()

  await pasteRaw(page, `<p> Slik:</p>${fixture('excel')}<p>Vi ser på det i mai.</p>`)
  const offer = page.getByRole('dialog', { name: 'Dette ser ut som en plan med tiltak' })
  await expect(offer).toContainText('Åpen dag for foreldre')
  await offer.getByRole('button', { name: 'Lag 2 tiltak' }).click()

  await expect(section(page, 'models').getByRole('article')).toHaveCount(before + 2)
  await expect(action(page, 'Åpen dag for foreldre')).toContainText('12. mars 2027')
  const text = field(page, 'models.next')
  await expect(text).not.toContainText('Åpen dag for foreldre')
  await expect(text).toContainText('Slik:Vi ser på det i mai.')
  await expectSameContent(page, page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(section(page, 'models').getByRole('article')).toHaveCount(before)
  await expect(text).toContainText('Åpen dag for foreldre')
})

test('a no leaves the table as text, with the caret where it was', async ({ enter }) => {
  const { page } = await enter('teacher')
  await goToEnd(page, 'models.next')

  await paste(page, 'Tiltak\tHvem\tNår\r\nKurs\tKari\tmai 2027\r\n')
  await page.getByRole('button', { name: 'Nei, la det stå som tekst' }).click()
  await expect(field(page, 'models.next')).toBeFocused()
  await page.keyboard.type(' Skrevet etterpå.')

  await expect(field(page, 'models.next')).toContainText('Kurs | Kari | mai 2027 Skrevet etterpå.')
})

test('an address becomes a link at the blank, and Backspace takes it off', async ({ enter }) => {
  const { page } = await enter('teacher')
  const link = field(page, 'models.next').getByRole('link', { name: 'www.udir.no' })
  await goToEnd(page, 'models.next')

  await page.keyboard.type(' Se www.udir.no ')
  await expect(link).toHaveAttribute('href', 'https://www.udir.no')
  await page.keyboard.press('Backspace')
  await expect(link).toHaveCount(0)
  await expect(field(page, 'models.next')).toContainText('Se www.udir.no')
  await savedAtSchool(page)
})
