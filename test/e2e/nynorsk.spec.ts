/** Nynorsk from the browser's wish to the exported file, and kept for the person. */
import { expect, test } from './people.ts'
import { field, openAction, planIdOf } from './plan-page.ts'

test.describe('a visitor whose browser asks for nynorsk', () => {
  test.use({ locale: 'nn-NO' })

  test('is met in nynorsk', async ({ page, program }) => {
    await page.goto(program.url)

    await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Skriv eTwinning-planen til skulen saman',
    )
    await page.goto(`${program.url}/sign-in/no-such-link`)
    await expect(page.getByRole('heading')).toHaveText('Lenkja verkar ikkje lenger')
  })
})

test.describe('a teacher with an English browser who chooses nynorsk', () => {
  test.use({ locale: 'en-US' })

  test('gets it in plan, calendar and export, and again next time', async ({ enter }) => {
    const { page } = await enter('teacher')
    const kept = page.waitForResponse((reply) => reply.url().endsWith('/api/me/language'))
    await page.getByRole('button', { name: 'Nynorsk' }).click()
    expect((await kept).status()).toBe(204)

    const card = await openAction(page, 'Makker for nye eTwinnere')
    await card.getByRole('button', { name: /^Frist: 11\. des\. 2026/ }).click()
    await expect(page.locator('th').nth(1)).toHaveText('tys.')
    // On the day itself «I dag» stands before it.
    await expect(page.getByRole('button', { name: /tysdag 15\. desember 2026/ })).toBeVisible()
    await page.keyboard.press('Escape')

    const planId = planIdOf(page)
    const file = await page.request.get(
      new URL(`/api/plans/${planId}/export/html?lang=nn`, page.url()).href,
    )
    expect(await file.text()).toContain('Slik ser vi at det verkar')

    await page.reload()
    await expect(field(page, 'leadership.today')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
    await expect(page.getByText('Lagra på skulen').first()).toBeVisible()
  })
})
