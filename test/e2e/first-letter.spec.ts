/** From a fresh start to a typed letter in the example plan: two clicks, no account. */
import { expect, test } from './people.ts'
import { field, savedAtSchool } from './plan-page.ts'

test('two clicks lead to a typed letter, and a second profile shows it', async ({
  browser,
  program,
}) => {
  const first = await browser.newContext()
  const page = await first.newPage()
  await page.goto(program.url)

  await page.getByRole('button', { name: 'Prøv eksempelplanen' }).click()
  await field(page, 'leadership.today').click()
  await page.keyboard.type('Å')

  await savedAtSchool(page)
  const invitation = await page.getByRole('link', { name: /Amina/ }).getAttribute('href')
  const second = await browser.newContext()
  const other = await second.newPage()
  await other.goto(invitation ?? '')
  const written = await field(page, 'leadership.today').innerText()
  expect(written).toContain('Å')
  await expect(field(other, 'leadership.today')).toContainText(written.split('\n')[0] ?? '')
  await first.close()
  await second.close()
})
