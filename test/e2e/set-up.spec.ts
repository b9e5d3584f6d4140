/** The first start of a real school: its link, its coordinator, its first plan, taken out again. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './people.ts'
import { field, savedAtSchool, writeIn } from './plan-page.ts'

test('the set-up link makes a school, its first plan is written and taken out', async ({
  page,
  startProgram,
}) => {
  const program = await startProgram()
  const link = /http\S+\/set-up#\S+/.exec(program.said())?.[0] ?? ''

  await page.goto(link)
  await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill('Lyngnes skole')
  await page.getByRole('textbox', { name: 'Navnet ditt' }).fill('Ingrid Hauge')
  await page.getByRole('button', { name: 'Sett opp skolen' }).click()
  await page.getByRole('button', { name: 'Lag den første planen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lag planen' }).click()
  await writeIn(page, 'school.vision', 'Vi vil lære sammen over grensene.')
  await savedAtSchool(page)

  await page.getByRole('button', { name: 'Eksporter' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /Nettside/ }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  expect(file).toContain('Vi vil lære sammen over grensene.')
  expect(file).toContain('Lyngnes skole')

  await page.context().clearCookies()
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill('En annen skole')
  await page.getByRole('textbox', { name: 'Navnet ditt' }).fill('En annen')
  await page.getByRole('button', { name: 'Sett opp skolen' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(field(page, 'school.vision')).toHaveCount(0)
})
