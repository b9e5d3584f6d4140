/** Those who may not write: they read everything, live, and have no way to change it. */
import { expect, test } from './people.ts'
import { expectSameContent, field, hashAtSchool, writeIn } from './plan-page.ts'

test('a head teacher reads along and cannot write', async ({ enter }) => {
  const marit = await enter('leadership')
  const bilal = await enter('teacher')
  const before = await hashAtSchool(marit.page)

  await field(marit.page, 'leadership.today').click()
  await marit.page.keyboard.type('Dette skal ikke inn.')

  await expect(field(marit.page, 'leadership.today')).toHaveAttribute('aria-readonly', 'true')
  await expect(marit.page.getByRole('button', { name: 'Nytt tiltak' })).toHaveCount(0)
  expect(await hashAtSchool(marit.page)).toBe(before)
  await writeIn(bilal.page, 'leadership.today', ' Dette ser rektor.')
  await expect(field(marit.page, 'leadership.today')).toContainText('Dette ser rektor.')
  await expectSameContent(bilal.page)
})
