/** The pupils' door from end to end: a code on the wall, a phone, and the return code elsewhere. */
import { devices, type Page } from '@playwright/test'
import { expect, test } from './people.ts'
import { openSharing } from './plan-page.ts'

const PHONE = { ...devices['Pixel 7'], viewport: { width: 360, height: 740 }, locale: 'nb-NO' }

test('a pupil comes in on a phone with six letters and a name, and back on another device with the return code', async ({
  enter,
  browser,
  program,
}) => {
  const { page: teacher } = await enter('teacher')
  const code = await makeCode(teacher)

  const phone = await browser.newContext(PHONE)
  const first = await phone.newPage()
  await first.goto(`${program.url}/kode`)
  await first.getByRole('textbox', { name: 'Koden' }).fill(code.toLowerCase())
  await first.getByRole('textbox', { name: 'Et navn du velger' }).fill('Nora Hansen')
  await expect(first.getByText('Det ligner på et fullt navn')).toBeVisible()
  await expectNoSideways(first)
  await first.getByRole('textbox', { name: 'Et navn du velger' }).fill('Oter 7')
  await first.getByRole('button', { name: 'Kom inn' }).tap()
  await expect(first.getByRole('heading', { level: 1 })).toBeFocused()
  await expectNoSideways(first)
  const groups = await first.locator('[translate="no"] span').allTextContents()
  await first.getByRole('button', { name: 'Les planen' }).tap()
  await expectReading(first)
  await expect(first.getByRole('textbox')).toHaveCount(0)
  await phone.close()

  const other = await browser.newContext({ locale: 'nb-NO' })
  const second = await other.newPage()
  await second.goto(`${program.url}/pupils`)
  await second.getByRole('button', { name: 'Jeg har en returkode' }).click()
  await second.getByRole('textbox', { name: 'Returkoden din' }).fill(groups.join(' '))
  await second.keyboard.press('Enter')
  await expectReading(second)
  await expect(second.getByRole('banner').getByRole('img', { name: /^Oter 7/ })).toBeVisible()
  await other.close()

  await teacher.getByRole('button', { name: 'Lukk den store koden' }).click()
  await expect(teacher.getByRole('dialog')).toContainText('Én har kommet inn')
  await expect(
    teacher.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Oter 7' }),
  ).toBeVisible()
})

test('the second Nora is asked kindly, and a pupil who lost the code gets a new one', async ({
  enter,
  browser,
  program,
}) => {
  const { page: teacher } = await enter('coordinator')
  const code = await makeCode(teacher)
  const comeIn = async (name: string) => {
    const context = await browser.newContext({ locale: 'nb-NO' })
    const page = await context.newPage()
    await page.goto(`${program.url}/pupils`)
    await page.getByRole('textbox', { name: 'Koden' }).fill(code)
    await page.getByRole('textbox', { name: 'Et navn du velger' }).fill(name)
    await page.keyboard.press('Enter')
    return page
  }
  await (await comeIn('Nora')).getByRole('button', { name: 'Les planen' }).waitFor()

  const second = await comeIn('nora')
  const taken = second.getByRole('textbox', { name: 'Et navn du velger' })
  await expect(taken).toBeFocused()
  await expect(taken).toHaveAccessibleDescription(/Noen heter det allerede/)
  await second.getByRole('button', { name: /^Ta «nora \d+»$/ }).click()
  await second.getByRole('button', { name: 'Kom inn', exact: true }).click()
  await second.getByRole('button', { name: 'Les planen' }).waitFor()

  await teacher.getByRole('button', { name: 'Lukk den store koden' }).click()
  await teacher.getByRole('button', { name: 'Ny returkode: Nora', exact: true }).click()
  await teacher.getByRole('button', { name: 'Lag en ny' }).click()
  const made = teacher.getByRole('textbox', { name: 'Returkoden til Nora' })
  const returnCode = await made.inputValue()
  const third = await (await browser.newContext({ locale: 'nb-NO' })).newPage()
  await third.goto(`${program.url}/pupils`)
  await third.getByRole('button', { name: 'Jeg har en returkode' }).click()
  await third.getByRole('textbox', { name: 'Returkoden din' }).fill(returnCode)
  await third.keyboard.press('Enter')
  await expectReading(third)
})

/** Opens a door for a class, and leaves it large on the wall. */
async function makeCode(page: Page): Promise<string> {
  await openSharing(page)
  await page.getByRole('button', { name: 'Koder for elever' }).click()
  await page.getByRole('textbox', { name: 'Klasse eller gruppe' }).fill('6A')
  // A code of today would end at midnight, and the test with it.
  await page.getByRole('dialog').getByText('En uke', { exact: true }).click()
  await page.getByRole('button', { name: 'Lag en kode' }).click()
  const letters = page
    .getByRole('dialog')
    .last()
    .getByText(/^[B-Z]{6}$/)
  await expect(letters.last()).toBeVisible()
  return (await letters.last().textContent()) ?? ''
}

async function expectReading(page: Page): Promise<void> {
  await expect(page.locator('[data-field-id="leadership.today"]')).toBeVisible()
}

async function expectNoSideways(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}
