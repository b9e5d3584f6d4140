/** The states of a plan while everything goes well: reading, writing, menus, dialogs. */
import type { Page } from '@playwright/test'
import { field, openAction, openMore, savedAtSchool, writeIn } from './plan-page.ts'
import type { PageState, Scene } from './states.ts'

const LATE_ACTION = 'Makker for nye eTwinnere'

export const planStates: readonly PageState[] = [
  {
    name: 'plan',
    who: 'teacher',
    from: 'plan',
    isLong: true,
    show: ({ page }) => savedAtSchool(page),
  },
  { name: 'plan-reader', who: 'leadership', from: 'plan', show: async () => {} },
  {
    name: 'plan-new',
    who: 'coordinator',
    from: 'start',
    isLong: true,
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Ny plan' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Lag planen' }).click()
      await field(page, 'school.vision').waitFor()
      await savedAtSchool(page)
    },
  },
  {
    name: 'writing',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await writeIn(page, 'pupils.today', ' Elevrådet spør igjen i mars.')
      await savedAtSchool(page)
    },
  },
  {
    name: 'writing-block-menu',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await field(page, 'pupils.today').click()
      await page
        .getByRole('button', { name: /^Avsnittstype/ })
        .filter({ visible: true })
        .click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'writing-link',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await field(page, 'pupils.today').click()
      await page.getByRole('button', { name: 'Lenke' }).filter({ visible: true }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'writing-two-people',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await withColleague(scene, 'leadership.today')
      await field(scene.page, 'leadership.today').click()
      await scene.page.locator('[data-person]').first().waitFor()
    },
  },
  {
    name: 'guidance-open',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const toggle = page.getByRole('button', {
        name: /^(Veiledning|Spørsmål): Slik gjør vi det i dag/,
      })
      await toggle.first().click()
      await toggle.first().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'action',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const card = await openCard(page)
      await card.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'action-more',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const card = await openCard(page)
      await card.getByRole('button', { name: 'Mål, ressurser og dokumentasjon' }).click()
      await card.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'action-date',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const card = await openCard(page)
      await card.getByRole('button', { name: /Frist/ }).first().click()
      await page.getByRole('grid').waitFor()
    },
  },
  {
    name: 'action-move',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const card = await openCard(page)
      await card.getByRole('button', { name: 'Flytt' }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'action-deleted',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const card = await openCard(page)
      await card.getByRole('button', { name: 'Slett' }).click()
      await page.getByRole('button', { name: 'Hent tilbake' }).first().waitFor()
    },
  },
  {
    name: 'export-menu',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openExport(scene)
    },
  },
  {
    name: 'pdf-ready',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await writeIn(scene.page, 'leadership.today', ' På kinesisk: 你好')
      await savedAtSchool(scene.page)
      await openExport(scene)
      await scene.page.getByRole('menuitem', { name: /^PDF/ }).first().click()
      await scene.page.getByText('PDF-en er klar.').waitFor()
    },
  },
  {
    name: 'pdf-on-its-way',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await scene.page.route(/\/export\/pdf/, () => new Promise(() => {}))
      await openExport(scene)
      await scene.page.getByRole('menuitem', { name: /^PDF/ }).first().click()
      await scene.page.getByRole('progressbar').waitFor()
    },
  },
]

async function openCard(page: Page) {
  const card = await openAction(page, LATE_ACTION)
  await card.getByRole('radio').first().waitFor({ state: 'attached' })
  return card
}

async function openExport({ page }: Scene): Promise<void> {
  if (!(await openMore(page))) await page.getByRole('button', { name: 'Eksporter' }).click()
  await page.getByRole('menu').waitFor()
}

/** Another teacher in the same plan, who writes in a text and stays. */
async function withColleague({ example, enter }: Scene, fieldId: string): Promise<void> {
  const [, colleague] = example.people.filter(({ role }) => role === 'teacher')
  if (!colleague) throw new Error('the example has one teacher only')
  const page = await enter(colleague)
  await field(page, fieldId).click()
  await page.keyboard.press('End')
}
