/** The states of the pages around a plan: landing, coming in, the list of plans. */
import type { PageState, Scene } from './states.ts'

const SET_UP_PATH = '/set-up#this-link-was-never-made'

export const listStates: readonly PageState[] = [
  { name: 'landing', who: 'visitor', from: 'start', isLong: true, show: async () => {} },
  {
    name: 'set-up',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(program.url + SET_UP_PATH)
      await page.getByRole('textbox').first().waitFor()
    },
  },
  {
    name: 'set-up-refused',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(program.url + SET_UP_PATH)
      await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill('Lyngnes skole')
      await page.getByRole('textbox', { name: 'Navnet ditt' }).fill('Ingrid Hauge')
      await page.getByRole('button', { name: 'Sett opp skolen' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'sign-in-link-refused',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/sign-in/this-link-was-never-made`)
      await page.getByRole('heading', { name: 'Lenken virker ikke lenger' }).waitFor()
    },
  },
  {
    name: 'nothing-here',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/nowhere`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  { name: 'list', who: 'coordinator', from: 'start', isLong: true, show: listLoaded },
  { name: 'list-reader', who: 'leadership', from: 'start', isLong: true, show: listLoaded },
  {
    name: 'list-inbox-bell',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /^Nytt til deg/ }).click()
      await page.getByRole('dialog', { name: 'Nytt til deg' }).waitFor()
    },
  },
  {
    name: 'inbox',
    who: 'coordinator',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/inbox`)
      await page.getByRole('button', { name: 'Marker alle som lest' }).waitFor()
    },
  },
  {
    name: 'inbox-empty',
    who: 'guest',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/inbox`)
      await page.getByRole('heading', { name: 'Ingenting har kommet ennå' }).waitFor()
    },
  },
  {
    name: 'list-account-menu',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /: konto/ }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'list-sign-out',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /: konto/ }).click()
      await page.getByRole('menuitem', { name: 'Logg ut' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'list-new-plan',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Ny plan' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]

/** The list of plans is there, with the example's. */
export async function listLoaded({ page }: Pick<Scene, 'page'>): Promise<void> {
  await page
    .getByRole('link', { name: /Ternvåg møter Europa/ })
    .first()
    .waitFor()
}
