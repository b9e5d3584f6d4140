/** What one had begun to say stays one's own when one may not discuss the plan any more. */
import { expectAccessible } from './accessible.ts'
import { beginComment, discussionLoaded, WORDS } from './discuss.ts'
import { expect, letIn, test } from './people.ts'
import { setRight } from './set-right.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('a guest who may only read from now on has their draft back to copy, on a phone', async ({
  browser,
  example,
  enter,
}) => {
  const elle = await enter('coordinator')
  const guest = await letIn(browser, example, 'guest', 0, PHONE)
  const { page } = guest
  await discussionLoaded(page)
  await beginComment(page, 'leadership.today', WORDS)
  await page.keyboard.type('Er dette alle prosjektene?')
  await page.keyboard.press('Escape')

  await setRight(elle, guest, 'read')

  const left = page.getByRole('region', { name: 'Det du hadde begynt å si' })
  await expect(left).toContainText('Er dette alle prosjektene?')
  // Nobody goes on with it here.
  await expect(page.getByRole('button', { name: 'Skriv videre' })).toHaveCount(0)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await left.getByRole('button', { name: 'Kast' }).tap()
  await expect(left).toHaveCount(0)
  await expect(page.locator(':focus')).not.toHaveCount(0)
  await page.getByRole('button', { name: 'Angre' }).tap()
  await expect(left).toContainText('Er dette alle prosjektene?')
  await page.context().close()
})
