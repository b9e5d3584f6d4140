/** The plan as PDF, from the menu to the file on the person's disk. */
import { readFileSync } from 'node:fs'
import { expect, test } from './people.ts'
import { savedAtSchool, writeIn } from './plan-page.ts'

test('a teacher takes the plan out as PDF and is told what could not be printed', async ({
  enter,
}) => {
  const { page } = await enter('teacher')
  await writeIn(page, 'leadership.today', ' På kinesisk: 你好')
  await savedAtSchool(page)

  await page.getByRole('button', { name: 'Eksporter' }).click()
  await page.getByRole('menuitem', { name: 'PDF', exact: false }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Planen som PDF' })
  await expect(dialog).toContainText('PDF-en er klar.')
  await expect(dialog).toContainText('2 tegn kunne ikke skrives ut.')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Last ned' }).click()
  const download = await downloading

  expect(download.suggestedFilename()).toBe('Ternvåg møter Europa 2026–2027.pdf')
  expect(
    readFileSync(await download.path())
      .subarray(0, 8)
      .toString(),
  ).toBe('%PDF-1.7')
  await dialog.getByRole('button', { name: 'Lukk' }).click()
  await expect(dialog).toHaveCount(0)
})
