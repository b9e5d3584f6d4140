/** What stands beside the text of a plan: drafts and signs of suggestions; and names of versions. */
import type { Page } from '@playwright/test'
import { beginComment, discussionLoaded, note, WORDS } from './discuss.ts'
import { expect, letIn, test } from './people.ts'
import { planIdOf, savedAtSchool, writeIn } from './plan-page.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const TEXT = 'leadership.today'

test('on a phone what was begun is kept beside the sheet, and gone on with', async ({
  browser,
  example,
}) => {
  const { page } = await letIn(browser, example, 'leadership', 0, PHONE)
  await discussionLoaded(page)
  await beginComment(page, TEXT, WORDS)
  await page.keyboard.type('Jeg lurer på')

  await page.touchscreen.tap(180, 40)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Skriv videre' }).tap()
  await expect(page.getByRole('textbox', { name: 'Kommentaren din' })).toHaveValue('Jeg lurer på')

  await page.getByRole('button', { name: 'Avbryt' }).tap()
  await page.getByRole('button', { name: 'Angre' }).tap()
  await expect(page.getByRole('textbox', { name: 'Kommentaren din' })).toHaveValue('Jeg lurer på')
  await page.getByRole('button', { name: 'Send' }).tap()
  await expect(note(page, 'Jeg lurer på')).toBeVisible()
})

test('what was left stands as a draft beside its words, after another page too', async ({
  enter,
}) => {
  const { page } = await enter('teacher', 0)
  await discussionLoaded(page)
  await beginComment(page, TEXT, WORDS)
  await page.keyboard.type('Er dette alle')
  await page.keyboard.press('Escape')

  const draft = page.getByRole('article', { name: /^Utkast/ })
  await expect(draft).toContainText('Er dette alle')
  const words = page.locator(`[data-text-id="${TEXT}"]`)
  await expect(async () => {
    const [slip, text] = [await draft.boundingBox(), await words.boundingBox()]
    expect(slip!.y).toBeGreaterThan(text!.y - 60)
    expect(slip!.y).toBeLessThan(text!.y + text!.height)
  }).toPass({ timeout: 10_000 })

  await page.getByRole('link', { name: 'Samplan' }).first().click()
  await page
    .getByRole('link', { name: /Ternvåg/ })
    .first()
    .click()
  await discussionLoaded(page)
  await draft.getByRole('button', { name: 'Skriv videre' }).click()
  await expect(page.getByRole('textbox', { name: 'Kommentaren din' })).toBeFocused()
  await page.keyboard.type(' prosjektene?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(note(page, 'Er dette alle prosjektene?')).toBeFocused()
  await expect(draft).toHaveCount(0)
})

test('a sign stands where a suggestion puts words in, and shows them where one points', async ({
  browser,
  example,
  enter,
}) => {
  const amina = await enter('teacher', 1)
  const { page: phone } = await letIn(browser, example, 'leadership', 1, PHONE)
  await discussionLoaded(phone)
  await discussionLoaded(amina.page)
  await beginComment(phone, TEXT, WORDS)
  await phone.getByText('Foreslå', { exact: true }).first().click()
  await phone
    .getByRole('textbox', { name: 'Slik du ville skrevet det' })
    .fill(WORDS.replace(' ', ' alle '))
  await phone.getByRole('button', { name: 'Foreslå', exact: true }).click()

  const sign = amina.page.getByRole('button', { name: 'Foreslått her: «alle»' })
  await expect(sign).toBeVisible()
  const inText = amina.page.locator(`[data-text-id="${TEXT}"] ins`)
  await expect(inText).toBeHidden()
  await sign.hover()
  await expect(inText).toBeVisible()
  // Under the end of the word that it comes after, however the lines break.
  const apart = async () => {
    const { sign: at, word } = await signAndWord(amina.page)
    return Math.abs(at - word)
  }
  await expect.poll(apart).toBeLessThan(8)
  const before = await signAndWord(amina.page)
  await amina.page.setViewportSize({ width: 1500, height: 720 })
  await expect.poll(async () => (await signAndWord(amina.page)).word).not.toBe(before.word)
  await expect.poll(apart).toBeLessThan(8)
})

test('a version is called something else, and its name taken off, on a phone too', async ({
  browser,
  example,
}) => {
  const { page } = await letIn(browser, example, 'teacher', 0, PHONE)
  await writeIn(page, TEXT, ' Og mer.')
  await savedAtSchool(page)
  const address = new URL(`/plans/${planIdOf(page)}/history`, page.url()).href
  await page.goto(address)
  await page.getByRole('button', { name: 'Gi en versjon et navn' }).tap()
  await page.getByRole('textbox', { name: 'Navn' }).fill('Før høringen')
  await page.getByRole('button', { name: 'Lagre navnet' }).tap()
  await expect(page.getByText('Versjonen heter «Før høringen».')).toBeVisible()

  await page.goto(`${address}?from=${await headOf(page)}`)
  await page.getByRole('button', { name: /^Endre navnet/ }).tap()
  await page.getByRole('menuitem', { name: 'Gi et annet navn' }).tap()
  await page.getByRole('textbox', { name: 'Navn' }).fill('Til rektor')
  await page.getByRole('button', { name: 'Lagre navnet' }).tap()
  await expect(page.getByRole('button', { name: 'Endre navnet «Til rektor»' })).toBeVisible()

  await page.getByRole('button', { name: /^Endre navnet/ }).tap()
  await page.getByRole('menuitem', { name: 'Ta bort navnet' }).tap()
  await expect(page.getByRole('button', { name: /^Endre navnet/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Angre' }).tap()
  await expect(page.getByRole('button', { name: 'Endre navnet «Til rektor»' })).toBeVisible()
})

/** How far from the left the sign is, and the end of the word it stands behind. */
function signAndWord(page: Page) {
  return page.evaluate((textId) => {
    const [highlight] = CSS.highlights.get('samplan-suggested') ?? []
    const word = (highlight as Range).getBoundingClientRect().right
    const sign = document.querySelector(`[data-text-id="${textId}"] button[tabindex="-1"]`)
    const box = sign!.getBoundingClientRect()
    return { sign: (box.left + box.right) / 2, word }
  }, TEXT)
}

async function headOf(page: Page): Promise<number> {
  const response = await page.request.get(
    new URL(`/api/plans/${planIdOf(page)}/versions`, page.url()).href,
  )
  return ((await response.json()) as { head: number }).head
}
