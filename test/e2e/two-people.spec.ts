/** Two teachers in two real browsers write one plan. */
import { expect, test } from './people.ts'
import { action, expectSameContent, field, goToEnd, writeIn } from './plan-page.ts'

test('two people write in the same field at the same time', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  await goToEnd(bilal.page, 'leadership.today')
  await field(amina.page, 'leadership.today').click()
  await amina.page.keyboard.press('ControlOrMeta+Home')

  await Promise.all([
    bilal.page.keyboard.type(' Bilal skriver sist.'),
    amina.page.keyboard.type('Amina skriver først. '),
  ])

  for (const { page } of [bilal, amina]) {
    await expect(field(page, 'leadership.today')).toContainText('Amina skriver først. ')
    await expect(field(page, 'leadership.today')).toContainText(' Bilal skriver sist.')
  }
  await expectSameContent(bilal.page, amina.page)
})

test('each sees the other’s name at the caret and in the outline', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)

  await writeIn(bilal.page, 'pupils.today', ' Nytt.')

  await expect(
    field(amina.page, 'pupils.today').locator('[data-caret]').getByText(/Bilal/),
  ).toBeAttached()
  await expect(
    amina.page.getByRole('navigation', { name: 'Kart over planen' }).getByRole('img', {
      name: /Bilal Chaudhry/,
    }).first(),
  ).toBeVisible()
})

test('one moves an action while the other writes in it, and both survive', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  const title = 'Ny møteleder hver gang'
  await action(bilal.page, title).getByRole('button', { name: title }).click()
  await action(amina.page, title).getByRole('button', { name: title }).click()
  const description = action(amina.page, 'Møteleder').or(action(amina.page, title)).first()

  await description.getByRole('textbox', { name: 'Slik gjør vi det' }).click()
  await amina.page.keyboard.press('ControlOrMeta+End')
  await Promise.all([
    amina.page.keyboard.type(' Vi trekker lodd i august.'),
    action(bilal.page, title).getByRole('button', { name: 'Opp', exact: true }).click(),
  ])

  await expect(bilal.page.locator('#actions-leadership ~ * [data-action-id], [data-action-id]').first()).toContainText(title)
  await expect(action(bilal.page, title)).toContainText('Vi trekker lodd i august.')
  await expectSameContent(bilal.page, amina.page)
})

test('one goes offline, both write, and they meet again', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  await goToEnd(amina.page, 'models.next')

  await amina.page.context().setOffline(true)
  await amina.page.keyboard.type(' Skrevet uten nett.')
  await expect(amina.page.locator('[data-save-state="saved-on-device"]')).toBeVisible()
  await writeIn(bilal.page, 'models.next', ' Skrevet med nett.')
  await writeIn(bilal.page, 'inclusion.next', ' Et annet sted.')
  await expect(field(amina.page, 'models.next')).not.toContainText('Skrevet med nett.')
  await amina.page.context().setOffline(false)

  for (const { page } of [bilal, amina]) {
    await expect(field(page, 'models.next')).toContainText('Skrevet uten nett.')
    await expect(field(page, 'models.next')).toContainText('Skrevet med nett.')
    await expect(field(page, 'inclusion.next')).toContainText('Et annet sted.')
  }
  await expectSameContent(bilal.page, amina.page)
})

test('undo takes back only one’s own words, across fields, whatever is open', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  await writeIn(bilal.page, 'leadership.next', ' Mitt første.')
  await writeIn(amina.page, 'leadership.next', ' Aminas.')
  await writeIn(bilal.page, 'safety.internet', ' Mitt andre.')
  await expect(field(bilal.page, 'leadership.next')).toContainText('Aminas.')
  await expect(field(amina.page, 'safety.internet')).toContainText('Mitt andre.')

  await bilal.page.keyboard.press('ControlOrMeta+z')
  await expect(field(amina.page, 'safety.internet')).not.toContainText('Mitt andre.')
  await bilal.page.keyboard.press('ControlOrMeta+z')

  for (const { page } of [bilal, amina]) {
    await expect(field(page, 'leadership.next')).not.toContainText('Mitt første.')
    await expect(field(page, 'leadership.next')).toContainText('Aminas.')
  }
  await expectSameContent(bilal.page, amina.page)
})

test('a new action appears for the other, with everything one put into it', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  const list = bilal.page.getByRole('region', { name: 'Tiltak' }).nth(3)

  await list.getByRole('button', { name: 'Nytt tiltak' }).click()
  await bilal.page.keyboard.type('Felles åpen dag')
  const card = action(bilal.page, 'Felles åpen dag')
  await card.getByText('I gang', { exact: true }).click()

  const row = action(amina.page, 'Felles åpen dag')
  await expect(row).toContainText('I gang')
  await expectSameContent(bilal.page, amina.page)
})
