/** axe finds nothing at WCAG 2.2 AA on the pages, in both themes, on a laptop and a phone. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './people.ts'
import { action, field } from './plan-page.ts'

const THEMES = ['light', 'dark'] as const
const SCREENS = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
} as const

for (const theme of THEMES) {
  for (const [screen, size] of Object.entries(SCREENS)) {
    test.describe(`${theme}, ${screen}`, () => {
      test.use({ colorScheme: theme, viewport: size })

      test('the start page', async ({ page, program }) => {
        await page.goto(program.url)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

        await expectAccessible(page)
      })

      test('the plan list and the plan, with a text and an action open', async ({
        page,
        example,
        program,
      }) => {
        const teacher = example.people.find(({ role }) => role === 'teacher')
        await page.goto(teacher?.signInUrl ?? '')
        await expect(field(page, 'leadership.today')).toBeVisible()
        await expectAccessible(page)

        await field(page, 'leadership.next').click()
        // No control half under the bar: axe would measure the half that shows.
        await page
          .locator('[data-field-id="leadership.next"]')
          .evaluate((element) => element.scrollIntoView({ block: 'start' }))
        await expectAccessible(page)

        const title = 'Gruppe med mandat'
        await action(page, title).getByRole('button', { name: title }).click()
        await expectAccessible(page)

        await page.goto(program.url)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      })

      test('the slash menu, the list of all commands and the page of shortcuts', async ({
        enter,
      }) => {
        const { page } = await enter('teacher')
        await page.emulateMedia({ colorScheme: theme })
        await page.setViewportSize(size)
        await field(page, 'leadership.next').click()
        await page.keyboard.press('Enter')
        await page.keyboard.type('/')
        await expect(page.getByRole('listbox')).toBeVisible()
        await expectAccessible(page)

        await page.keyboard.press('Escape')
        await page.keyboard.press('ControlOrMeta+k')
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.type('hurtigtaster')
        await page.getByRole('menuitem', { name: 'Hurtigtaster' }).click()
        await expect(page.getByRole('dialog', { name: 'Hurtigtaster' })).toBeVisible()
        await expectAccessible(page)
      })
    })
  }
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()

  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}
