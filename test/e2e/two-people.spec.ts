/** Two teachers in two real browsers write one plan. */
import { expect, test } from './people.ts'
import {
  action,
  expectSameContent,
  field,
  goInto,
  goOffline,
  goToEnd,
  openAction,
  putIn,
  saveLine,
  section,
  writeIn,
} from './plan-page.ts'

test('two people write in the same field at the same time', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  await goToEnd(bilal.page, 'leadership.today')
  await goInto(field(amina.page, 'leadership.today'))
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
    field(amina.page, 'pupils.today').locator('[data-person="Bilal Chaudhry"]'),
  ).toBeVisible()
  const outline = amina.page.getByRole('navigation', { name: 'Kart over planen' })
  await expect(outline.getByRole('img', { name: 'Bilal Chaudhry' }).first()).toBeVisible()
})

test('one moves an action while the other writes in it, and both survive', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  const title = 'Ny møteleder hver gang'
  const bilals = await openAction(bilal.page, title)
  const aminas = await openAction(amina.page, title)
  await goInto(aminas.getByRole('textbox', { name: 'Slik gjør vi det' }))
  await amina.page.keyboard.press('ControlOrMeta+End')
  await bilals.getByRole('button', { name: 'Flytt' }).click()

  await Promise.all([
    amina.page.keyboard.type(' Vi trekker lodd i august.'),
    bilal.page.getByRole('menuitem', { name: 'Opp' }).click(),
  ])

  for (const { page } of [bilal, amina]) {
    await expect(section(page, 'leadership').getByRole('article').first()).toContainText(title)
    await expect(action(page, title)).toContainText('Vi trekker lodd i august.')
  }
  await expectSameContent(bilal.page, amina.page)
})

test('one goes offline, both write, and they meet again', async ({ enter }) => {
  const bilal = await enter('teacher', 0)
  const amina = await enter('teacher', 1)
  await goToEnd(amina.page, 'models.next')

  await goOffline(amina.page)
  await amina.page.keyboard.type(' Skrevet uten nett.')
  await expect(saveLine(amina.page)).toHaveAttribute('data-state', 'saved-on-device')
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
  await putIn(bilal.page, 'leadership.next', ' Mitt første.')
  await writeIn(amina.page, 'leadership.next', ' Aminas.')
  await putIn(bilal.page, 'safety.internet', ' Mitt andre.')
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

  await section(bilal.page, 'models').getByRole('button', { name: 'Nytt tiltak' }).click()
  await expect(bilal.page.getByRole('textbox', { name: 'Tittel', exact: true })).toBeFocused()
  await bilal.page.keyboard.type('Felles åpen dag')
  await action(bilal.page, 'Felles åpen dag').getByText('I gang', { exact: true }).click()

  await expect(action(amina.page, 'Felles åpen dag')).toContainText('I gang')
  await expectSameContent(bilal.page, amina.page)
})
