/** The states of a plan's history: what changed, in the plan and in sentences, then, questions. */
import { expect } from '@playwright/test'
import { openMore, planIdOf, savedAtSchool, writeIn } from './plan-page.ts'
import type { PageState, Scene } from './states.ts'

export const historyStates: readonly PageState[] = [
  { name: 'history', who: 'teacher', from: 'plan', isLong: true, show: openChanged },
  {
    name: 'history-as-text',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openChanged(scene)
      await scene.page.getByText('Som tekst', { exact: true }).click()
      await scene.page
        .getByText(/er lagt til\.$/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'history-then',
    who: 'leadership',
    from: 'plan',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/plans/${planIdOf(page)}/history?from=1&view=then`)
      await page.getByRole('heading', { level: 1, name: /^Slik var planen/ }).waitFor()
    },
  },
  {
    name: 'history-nothing-changed',
    who: 'leadership',
    from: 'plan',
    show: async ({ page, program }) => {
      const address = `${program.url}/api/plans/${planIdOf(page)}/versions`
      const { head } = (await (await page.request.get(address)).json()) as { head: number }
      await page.goto(`${program.url}/plans/${planIdOf(page)}/history?from=${head}`)
      await page.getByText('Ingenting er endret mellom disse to.').waitFor()
    },
  },
  {
    name: 'history-restore',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openChanged(scene)
      await scene.page.getByRole('button', { name: /^Hent tilbake delen/ }).click()
      await scene.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'history-name-version',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openChanged(scene)
      await scene.page.getByRole('button', { name: 'Gi en versjon et navn' }).click()
      await scene.page.getByRole('dialog').getByRole('textbox').fill('Før høringen')
    },
  },
  {
    name: 'history-named',
    who: 'teacher',
    from: 'plan',
    show: async ({ page, program }) => {
      await writeIn(page, 'collaboration.today', ' Referatene ligger åpent.')
      await savedAtSchool(page)
      const address = `${program.url}/plans/${planIdOf(page)}/history`
      await page.goto(address)
      await page.getByRole('button', { name: 'Gi en versjon et navn' }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('Før høringen')
      const [named] = await Promise.all([
        page.waitForResponse(
          (reply) => reply.request().method() === 'POST' && reply.url().endsWith('/versions'),
        ),
        page.getByRole('button', { name: 'Lagre navnet' }).click(),
      ])
      const { seq } = (await named.json()) as { seq: number }
      await page.goto(`${address}?from=${seq}`)
      const menu = page.getByRole('button', { name: 'Endre navnet «Før høringen»' })
      await menu.filter({ visible: true }).click()
      await page.getByRole('menuitem', { name: 'Ta bort navnet' }).waitFor()
    },
  },
  {
    name: 'plan-since-last',
    who: 'leadership',
    from: 'plan',
    show: async ({ page, visit, program, enter, example }) => {
      const address = page.url()
      await visit
      await page.goto(program.url)
      const teacher = example.people.find(({ role }) => role === 'teacher')
      if (!teacher) throw new Error('the example has no teacher')
      const other = await enter(teacher)
      await writeIn(other, 'leadership.today', ' Gruppa møtes hver tirsdag.')
      await savedAtSchool(other)
      await page.goto(address)
      await page.getByRole('link', { name: /^Se hva som er endret siden/ }).waitFor()
    },
  },
  {
    name: 'plan-authors',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await writeIn(page, 'school.about', ' Vi begynte med ett prosjekt.')
      await savedAtSchool(page)
      if (!(await openMore(page)))
        await page.getByRole('button', { name: 'Versjoner og endringer' }).click()
      await page.getByRole('menuitem', { name: 'Vis hvem som har skrevet hva' }).click()
      await page
        .getByRole('complementary', { name: 'Hvem har skrevet hva' })
        .getByRole('listitem')
        .first()
        .waitFor()
    },
  },
]

/** A teacher has written, and looks at what that changed. */
async function openChanged({ page, program }: Scene): Promise<void> {
  await writeIn(page, 'collaboration.today', ' Referatene ligger åpent.')
  await savedAtSchool(page)
  await page.goto(`${program.url}/plans/${planIdOf(page)}/history?from=1`)
  await expect(page.locator('ins').first()).toContainText('Referatene ligger åpent.')
}
