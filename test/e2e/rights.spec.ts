/** A right that is taken while the plan is open: at once, and without losing a word. */
import { expect, test } from './people.ts'
import { field, goOffline, goToEnd, savedAtSchool, section, writeIn } from './plan-page.ts'
import { setRight } from './set-right.ts'

test('who is narrowed to reading while they write reads on, and finds again what was not sent', async ({
  enter,
}) => {
  const elle = await enter('coordinator')
  const bilal = await enter('teacher')
  await writeIn(bilal.page, 'leadership.today', ' Sendt i tide.')
  await savedAtSchool(bilal.page)

  await goOffline(bilal.page)
  await goToEnd(bilal.page, 'leadership.today')
  await bilal.page.keyboard.type(' Skrevet på toget.')
  await expect(section(bilal.page, 'leadership')).toContainText('Skrevet på toget.')
  await setRight(elle, bilal, 'read')
  await bilal.page.context().setOffline(false)

  await expect(bilal.page.getByRole('textbox')).toHaveCount(0)
  await expect(section(bilal.page, 'leadership')).toContainText('Sendt i tide.')
  await expect(section(bilal.page, 'leadership')).not.toContainText('Skrevet på toget.')
  await expect(
    bilal.page.getByRole('heading', { name: 'Noe du skrev, er lagt til side' }),
  ).toBeVisible()
  await expect(bilal.page.getByText('Skrevet på toget.').first()).toBeVisible()
  await expect(section(elle.page, 'leadership')).not.toContainText('Skrevet på toget.')

  await setRight(elle, bilal, null)
  await writeIn(bilal.page, 'pupils.today', ' Igjen med.')
  await expect(field(elle.page, 'pupils.today')).toContainText('Igjen med.')
})

test('whose right is taken and given back begins at the heading of the plan', async ({ enter }) => {
  const elle = await enter('coordinator')
  const bilal = await enter('teacher')
  const heading = bilal.page.getByRole('heading', { level: 1 })
  await goToEnd(bilal.page, 'leadership.today')

  await setRight(elle, bilal, 'read')
  await expect(bilal.page.getByRole('textbox')).toHaveCount(0)
  await expect(heading).toBeFocused()
  await setRight(elle, bilal, null)
  await expect(field(bilal.page, 'leadership.today')).toBeVisible()
  await expect(heading).toBeFocused()
})
