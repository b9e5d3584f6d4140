/** What a colleague does to the thing one writes in: the words go on, or it is said. */
import { expect, test } from './people.ts'
import { action, expectSameContent, field, goInto, openAction, section } from './plan-page.ts'

test('an action that a colleague moves away takes the writer along', async ({ enter }) => {
  const amina = await enter('teacher', 0)
  const bilal = await enter('teacher', 1)
  const title = 'Ny møteleder hver gang'
  const aminas = await openAction(amina.page, title)
  await goInto(aminas.getByRole('textbox', { name: 'Slik gjør vi det' }))
  await amina.page.keyboard.press('ControlOrMeta+End')
  await amina.page.keyboard.type(' Før flyttingen,')
  const bilals = await openAction(bilal.page, title)
  await bilals.getByRole('button', { name: 'Flytt' }).click()
  await bilal.page.getByRole('menuitem', { name: /Inkluderende/ }).click()

  await expect(section(amina.page, 'inclusion').getByRole('article').last()).toContainText(title)
  await amina.page.keyboard.type(' etter flyttingen.')

  for (const { page } of [amina, bilal]) {
    await expect(action(page, title)).toContainText('Før flyttingen, etter flyttingen.')
  }
  await expectSameContent(amina.page, bilal.page)
})

test('an action that a colleague deletes says so and can be brought back', async ({ enter }) => {
  const amina = await enter('teacher', 0)
  const bilal = await enter('teacher', 1)
  const title = 'Ny møteleder hver gang'
  await openAction(amina.page, title)
  const bilals = await openAction(bilal.page, title)

  await bilals.getByRole('button', { name: 'Slett' }).click()
  await amina.page.getByRole('button', { name: 'Hent tilbake', exact: true }).first().click()

  for (const { page } of [amina, bilal]) {
    await expect(section(page, 'leadership').getByRole('article')).toHaveCount(3)
  }
  await expectSameContent(amina.page, bilal.page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the first tap puts the caret where it tapped', async ({ page, example }) => {
    const teacher = example.people.find(({ role }) => role === 'teacher')
    await page.goto(teacher?.signInUrl ?? '')
    const words = field(page, 'leadership.today').getByText('To av fem team er med.')
    // Letters of another font stand elsewhere.
    await page.evaluate(() => document.fonts.ready)

    await words.tap({ position: { x: 2, y: 10 } })
    await expect(field(page, 'leadership.today')).toBeFocused()
    await page.keyboard.type('Her: ')

    await expect(words).toContainText('Her: ')
  })
})
