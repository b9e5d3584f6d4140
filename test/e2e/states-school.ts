/** The states of a school's own pages, of my account, and of what a coordinator does with plans. */
import type { Page } from '@playwright/test'
import { openMore, openPalette } from './plan-page.ts'
import { deletePlan, openPersonMenu, openPlanPeople, openSchoolPage } from './school-pages.ts'
import type { PageState } from './states.ts'

export const schoolStates: readonly PageState[] = [
  {
    name: 'list-school-menu',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Ternvåg skole: sidene til skolen' }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'list-settle-menu',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /^Hva du kan gjøre med «/ }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'list-archived',
    who: 'coordinator',
    from: 'start',
    isLong: true,
    show: async ({ page }) => {
      await page.getByRole('button', { name: /^Hva du kan gjøre med «/ }).click()
      await page.getByRole('menuitem', { name: /^Arkiver/ }).click()
      await page.getByRole('button', { name: '1 arkivert plan' }).click()
      await page.getByRole('link', { name: /Ternvåg møter Europa/ }).waitFor()
    },
  },
  {
    name: 'list-delete',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /^Hva du kan gjøre med «/ }).click()
      await page.getByRole('menuitem', { name: 'Slett' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'people', who: 'coordinator', from: 'start', isLong: true, show: people },
  { name: 'people-reader', who: 'leadership', from: 'start', isLong: true, show: people },
  {
    name: 'people-refused',
    who: 'teacher',
    from: 'start',
    show: async ({ page }) => {
      await openSchoolPage(page, 'people')
    },
  },
  {
    name: 'people-signed-out',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/schools/zzzzzzzzzzzzzzzzzzzz/people`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'people-found',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await people({ page })
      await page.getByRole('searchbox', { name: 'Finn en person' }).fill('torbjorn')
      await page.getByText('1 person').waitFor()
    },
  },
  {
    name: 'people-menu',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await people({ page })
      await openPersonMenu(page, 'Bilal Chaudhry')
    },
  },
  { name: 'people-role', who: 'coordinator', from: 'start', show: personDialog('Bytt rolle') },
  {
    name: 'people-suspend',
    who: 'coordinator',
    from: 'start',
    show: personDialog('Steng tilgangen'),
  },
  {
    name: 'people-invite',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await people({ page })
      await page.getByRole('button', { name: 'Inviter' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Lag en lenke' }).click()
      await page.getByRole('textbox', { name: /^Lenken er klar/ }).waitFor()
    },
  },
  {
    name: 'settings',
    who: 'coordinator',
    from: 'start',
    isLong: true,
    show: ({ page }) => openSchoolPage(page, 'settings'),
  },
  {
    name: 'settings-wrong',
    who: 'coordinator',
    from: 'start',
    isLong: true,
    show: async ({ page }) => {
      await openSchoolPage(page, 'settings')
      await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill(' ')
      await page.getByRole('button', { name: 'Legg til et skoleår' }).click()
      await page.getByRole('textbox', { name: 'Navn', exact: true }).fill('2026–2027')
      await page.getByRole('button', { name: 'Lagre innstillingene' }).click()
      await page.getByText('2 ting må rettes først.').waitFor()
    },
  },
  {
    name: 'settings-zone',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await openSchoolPage(page, 'settings')
      await page.getByRole('button', { name: /^Tidssone/ }).click()
      await page.getByRole('searchbox', { name: 'Tidssone' }).fill('hels')
      await page.getByRole('option', { name: 'Helsinki (Europe)' }).waitFor()
    },
  },
  {
    name: 'settings-reader',
    who: 'teacher',
    from: 'start',
    show: ({ page }) => openSchoolPage(page, 'settings'),
  },
  {
    name: 'audit',
    who: 'leadership',
    from: 'start',
    show: async ({ page }) => {
      await openSchoolPage(page, 'audit')
      await page.getByText('Serveren satte opp skolen.').waitFor()
    },
  },
  {
    name: 'deleted-plans',
    who: 'coordinator',
    from: 'start',
    show: async ({ page }) => {
      await deletePlan(page)
      await openSchoolPage(page, 'deleted-plans')
      await page.getByRole('button', { name: /^Hent tilbake/ }).waitFor()
    },
  },
  {
    name: 'account',
    who: 'teacher',
    from: 'start',
    isLong: true,
    show: async ({ page, enter, example }) => {
      const me = example.people.find(({ role }) => role === 'teacher')
      if (me) await enter(me)
      await page.goto(new URL('/account', page.url()).href)
      await page
        .getByRole('button', { name: /^Logg ut:/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'plan-people',
    who: 'coordinator',
    from: 'plan',
    show: async ({ page }) => {
      const dialog = await openPlanPeople(page)
      await dialog.getByRole('button', { name: 'Ansvarlige lærere: legg til en person' }).click()
      await page.getByRole('menuitem', { name: 'Håkon Lie' }).click()
      await dialog.getByText('Håkon Lie').first().waitFor()
    },
  },
  {
    name: 'plan-people-reader',
    who: 'guest',
    from: 'plan',
    show: async ({ page }) => {
      const row = page.getByRole('menuitem', { name: 'Hvem har hvilken oppgave i planen' })
      if (await openMore(page)) {
        await row.click()
      } else {
        const { search } = await openPalette(page)
        await search.fill('hvem har hvilken')
        await row.waitFor()
        await page.keyboard.press('Enter')
      }
      await page.getByText(/Ingen har fått en egen oppgave/).waitFor()
    },
  },
]

async function people({ page }: { readonly page: Page }): Promise<void> {
  await openSchoolPage(page, 'people')
  await page.getByText('Bilal Chaudhry').waitFor()
}

function personDialog(item: string): PageState['show'] {
  return async ({ page }) => {
    await people({ page })
    await openPersonMenu(page, 'Bilal Chaudhry')
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').waitFor()
  }
}
