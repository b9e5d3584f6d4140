/** From a fresh start to a typed letter in the example plan: two clicks, no account. */
import { expect, test } from './people.ts'
import { field, savedAtSchool } from './plan-page.ts'

test('two clicks lead to a typed letter, and a second profile shows it', async ({
  browser,
  program,
}) => {
  const first = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await first.newPage()
  await page.goto(program.url)

  await page.getByRole('button', { name: 'Prøv eksempelplanen' }).click()
  await field(page, 'leadership.today').click()
  await page.keyboard.type('Å')

  await savedAtSchool(page)
  await page.getByRole('button', { name: /Kopier lenken til .*, som skriver/ }).click()
  // The clipboard is the machine's: it may hold another's words until ours are in it.
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain(`${program.url}/sign-in/`)
  const invitation = await copied()
  const second = await browser.newContext()
  const other = await second.newPage()
  await other.goto(invitation)
  const written = await field(page, 'leadership.today').locator('p').allInnerTexts()
  expect(written.join()).toContain('Å')
  await expect(field(other, 'leadership.today').locator('p')).toHaveText(written)
  await first.close()
  await second.close()
})
