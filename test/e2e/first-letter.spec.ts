/** From a fresh start to a typed letter in the example plan: two clicks, no account. */
import { expect, test } from './people.ts'
import { field, savedAtSchool, SCHOOL_IS_MADE } from './plan-page.ts'

test('two clicks lead to a typed letter, and a second profile shows it', async ({
  browser,
  program,
}) => {
  const first = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await first.newPage()
  await page.goto(program.url)

  await page.getByRole('button', { name: 'Prøv eksempelplanen' }).click()
  await expect(field(page, 'leadership.today')).toBeVisible(SCHOOL_IS_MADE)
  await field(page, 'leadership.today').click()
  await page.keyboard.type('Å')

  await savedAtSchool(page)
  // The clipboard is the machine's: it may hold the link of another school until ours is in it.
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByRole('button', { name: /Kopier lenken til .*, som skriver/ }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain(`${program.url}/sign-in/`)
  const invitation = await copied()
  const second = await browser.newContext()
  const other = await second.newPage()
  await other.goto(invitation)
  const written = await field(page, 'leadership.today').locator('p').allInnerTexts()
  expect(written.join()).toContain('Å')
  await expect(field(other, 'leadership.today').locator('p')).toHaveText(written)
})
