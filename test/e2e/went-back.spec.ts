/** Somebody goes back while another writes: who writes is told, and has their own back in a few taps. */
import type { VersionList } from '../../shared/api/history.ts'
import { expectAccessible } from './accessible.ts'
import { expect, letIn, test } from './people.ts'
import { field, planIdOf, savedAtSchool, writeIn } from './plan-page.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const FIELD = 'leadership.today'

test('who writes on a phone while a colleague goes back is told calmly, and has it back', async ({
  browser,
  example,
  enter,
}) => {
  const bilal = await enter('teacher', 0)
  const { page: amina } = await letIn(browser, example, 'teacher', 1, PHONE)
  const plan = new URL(`/api/plans/${planIdOf(bilal.page)}`, bilal.page.url())
  const versions = await bilal.page.request.get(`${plan.href}/versions`)
  const { head: seq } = (await versions.json()) as VersionList
  await writeIn(amina, FIELD, ' Aminas avsnitt.')
  await savedAtSchool(amina)

  const restored = await bilal.page.request.post(`${plan.href}/restore`, {
    data: { seq, what: { kind: 'plan' } },
    headers: { origin: plan.origin },
  })
  expect(restored.status()).toBe(200)

  const notice = amina.getByRole('status').filter({ hasText: 'hentet tilbake planen' })
  await expect(notice).toContainText(bilal.name)
  await expect(notice).toContainText('Det du skrev, kan hentes tilbake.')
  await expect(field(amina, FIELD)).not.toContainText('Aminas avsnitt.')
  // Whoever types goes on.
  await expect(field(amina, FIELD)).toBeFocused()
  await amina.keyboard.type(' Og mer.')
  await savedAtSchool(amina)
  await expectAccessible(amina, 'output')
  expect(await amina.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expect(bilal.page.getByText(/hentet tilbake planen/)).toHaveCount(0)

  await notice.getByRole('button', { name: 'Se hva som er endret' }).tap()
  await expect(amina.locator('del').first()).toContainText('Aminas avsnitt')
  await amina.getByRole('button', { name: 'Hent tilbake planen', exact: true }).tap()
  await amina.getByRole('dialog').getByRole('button', { name: 'Hent tilbake' }).tap()
  await amina.getByRole('button', { name: 'Til planen' }).tap()
  await expect(field(amina, FIELD)).toContainText('Aminas avsnitt.')

  // And he is told of it, in his turn.
  await expect(bilal.page.getByText(/hentet tilbake planen slik den var/)).toBeVisible()
})
