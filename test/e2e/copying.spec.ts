/** Taking words along: the whole plan, or a selection over several of its texts. */
import type { Page } from '@playwright/test'
import { discussionLoaded } from './discuss.ts'
import { expect, test } from './people.ts'
import { field, runCommand } from './plan-page.ts'

test('the whole plan and a selection over several texts are copied clean', async ({ enter }) => {
  const { page } = await enter('coordinator')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await runCommand(page, 'Kopier hele planen')
  await expect(page.getByText('Hele planen er kopiert')).toBeVisible()
  const whole = await clipboard(page)
  expect(whole.html).toMatch(/^<h1>Ternvåg møter Europa/)
  expect(whole.html).toContain('<h2>1 Felles lederskap</h2><h3>Slik gjør vi det i dag</h3>')
  expect(whole.text).toContain('- ☑ Uttalelse fra elevrådet, 14. januar')
  expect(whole.text).toContain('alle kommer til orde')

  // Nothing of the page comes any more, and nothing moves while one drags.
  await discussionLoaded(page)
  await page.evaluate(() => document.fonts.ready)
  const from = await field(page, 'school.about').locator('p').first().boundingBox()
  const to = await field(page, 'school.vision').locator('p').first().boundingBox()
  if (!from || !to) throw new Error('nothing to drag over')
  await page.mouse.move(from.x + 2, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, to.y + 8, { steps: 5 })
  await page.mouse.up()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)

  // What copies clean is loaded when the page has time.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+c')
    const { html } = await clipboard(page)
    expect(html).toMatch(/^<p>Ternvåg skole ligger .*<h3>Dit vil vi<\/h3><p>Når planperioden/s)
  }).toPass({ timeout: 10_000 })
  const part = await clipboard(page)
  expect(part.html).not.toMatch(/class=|button|Veiledning|data-/)
  expect(part.text).not.toContain('Veiledning')
})

async function clipboard(page: Page): Promise<{ readonly html: string; readonly text: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item?.getType(type))?.text() ?? ''
    return { html: await read('text/html'), text: await read('text/plain') }
  })
}
