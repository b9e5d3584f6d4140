/** Those who may not write: they read everything, live, and have no way to change it. */
import { expect, test } from './people.ts'
import { expectSameContent, hashAtSchool, openAction, section, writeIn } from './plan-page.ts'

test('a head teacher reads along and cannot write', async ({ enter }) => {
  const marit = await enter('leadership')
  const bilal = await enter('teacher')
  const before = await hashAtSchool(marit.page)
  const leadership = section(marit.page, 'leadership')

  await leadership.getByText('Hos oss hviler nesten alt').click()
  await marit.page.keyboard.type('Dette skal ikke inn.')
  const card = await openAction(marit.page, 'Gruppe med mandat')

  await expect(card.getByRole('radio')).toHaveCount(0)
  await expect(marit.page.getByRole('textbox')).toHaveCount(0)
  await expect(marit.page.getByRole('button', { name: 'Nytt tiltak' })).toHaveCount(0)
  expect(await hashAtSchool(marit.page)).toBe(before)
  await writeIn(bilal.page, 'leadership.today', ' Dette ser rektor.')
  await expect(leadership).toContainText('Dette ser rektor.')
  await expectSameContent(bilal.page)
})
