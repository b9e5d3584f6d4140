/** What a coordinator and a teacher do on the pages round the plans, felt by those who are there. */
import type { Page } from '@playwright/test'
import { expect, test } from './people.ts'
import { field, savedAtSchool } from './plan-page.ts'
import { deletePlan, goTo, openPersonMenu, openPlanPeople, openSchoolPage } from './school-pages.ts'

test('a coordinator makes a teacher a leader and closes another out, whose open plan closes', async ({
  enter,
}) => {
  const coordinator = (await enter('coordinator')).page
  const teacher = await enter('teacher', 1)
  await savedAtSchool(teacher.page)
  await openSchoolPage(coordinator, 'people')

  await openPersonMenu(coordinator, 'Håkon Lie')
  await coordinator.getByRole('menuitem', { name: 'Bytt rolle' }).click()
  await coordinator.getByRole('radio', { name: /^Skoleledelsen/ }).check({ force: true })
  await coordinator.getByRole('button', { name: 'Gi denne rollen' }).click()
  await expect(coordinator.getByText('Håkon Lie er nå: Skoleledelsen')).toBeVisible()
  await expect(
    coordinator.getByRole('region', { name: /^Skoleledelsen/ }).getByText('Håkon Lie'),
  ).toBeVisible()

  await openPersonMenu(coordinator, teacher.name)
  await coordinator.getByRole('menuitem', { name: 'Steng tilgangen' }).click()
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Steng tilgangen' }).click()

  await expect(
    teacher.page.getByRole('heading', { name: 'Du har ikke tilgang til dette' }),
  ).toBeVisible()
  await expect(field(teacher.page, 'leadership.today')).toHaveCount(0)
  await expect(coordinator.getByText('Tilgangen er stengt')).toBeVisible()
  await coordinator.getByRole('button', { name: 'Angre' }).click()
  await expect(coordinator.getByText('Tilgangen er stengt')).toBeHidden()

  await coordinator.getByRole('link', { name: 'Hva som er gjort' }).click()
  await expect(
    coordinator.getByText(
      'Elle Márjá Lund endret rollen til Håkon Lie fra lærer til skoleledelse.',
    ),
  ).toBeVisible()
  await expect(
    coordinator.getByText(`Elle Márjá Lund stengte tilgangen til ${teacher.name}.`),
  ).toBeVisible()
})

test('the only coordinator stays one, and is told why', async ({ enter }) => {
  const { page, name } = await enter('coordinator')
  await openSchoolPage(page, 'people')

  await openPersonMenu(page, name)
  await page.getByRole('menuitem', { name: 'Bytt rolle' }).click()
  await page.getByRole('radio', { name: /^Gjest/ }).check({ force: true })
  await page.getByRole('button', { name: 'Gi denne rollen' }).click()

  await expect(page.getByRole('alert')).toContainText('Dette er skolens eneste koordinator')
})

test('a deleted plan is gone for everybody, and back when it is restored', async ({ enter }) => {
  const coordinator = (await enter('coordinator')).page
  const teacher = (await enter('teacher')).page
  await savedAtSchool(teacher)
  await goTo(coordinator, '/')

  await deletePlan(coordinator)
  await expect(teacher.getByRole('heading', { name: 'Her er det ingen plan' })).toBeVisible()
  await expect(coordinator.getByRole('link', { name: /Ternvåg møter Europa/ })).toHaveCount(0)
  await expect(coordinator.locator('body')).not.toBeFocused()

  await coordinator.getByRole('button', { name: 'Ternvåg skole: sidene til skolen' }).click()
  await coordinator.getByRole('menuitem', { name: 'Slettede planer' }).click()
  await coordinator
    .getByRole('button', { name: 'Hent tilbake «Ternvåg møter Europa 2026–2027»' })
    .click()
  await coordinator.getByRole('button', { name: 'Åpne planen' }).click()

  await expect(field(coordinator, 'leadership.today')).toBeVisible()
  await goTo(teacher, '/')
  await expect(teacher.getByRole('link', { name: /Ternvåg møter Europa/ })).toBeVisible()
})

test('whoever answers for a plan is seen by all, and a right taken is felt at once', async ({
  enter,
}) => {
  const coordinator = (await enter('coordinator')).page
  const teacher = await enter('teacher')
  await savedAtSchool(teacher.page)

  const dialog = await openPlanPeople(coordinator)
  await dialog.getByRole('button', { name: /Ansvarlig leder/ }).click()
  await coordinator.getByRole('option', { name: 'Marit Solhaug' }).click()
  await expect(dialog.getByRole('button', { name: /Marit Solhaug.*Ansvarlig leder/ })).toBeVisible()
  await dialog.getByRole('button', { name: `Hva ${teacher.name} kan gjøre` }).click()
  await coordinator.getByRole('option', { name: 'Leser', exact: true }).click()

  await expect(field(teacher.page, 'leadership.today')).toHaveCount(0)
  await goTo(teacher.page, '/')
  await expect(teacher.page.getByText('Ansvarlig leder: Marit Solhaug.')).toBeVisible()
})

test('a teacher signs another device out, and the plan that is open there closes', async ({
  enter,
}) => {
  const here = (await enter('teacher')).page
  const there = (await enter('teacher')).page
  await savedAtSchool(there)
  await goTo(here, '/account')

  await here.getByRole('button', { name: /^Logg ut:/ }).click()

  await expect(there.getByRole('alert')).toBeVisible()
  await expect(here.getByRole('button', { name: /^Logg ut:/ })).toHaveCount(0)
  await expect(here.getByText('Denne enheten')).toBeVisible()
})

test('a school year is typed in, and what another coordinator saved meanwhile stays', async ({
  enter,
}) => {
  const one = (await enter('coordinator')).page
  const other = (await enter('teacher')).page
  await openSchoolPage(one, 'people')
  await openPersonMenu(one, 'Bilal Chaudhry')
  await one.getByRole('menuitem', { name: 'Bytt rolle' }).click()
  await one.getByRole('radio', { name: /^Koordinator/ }).check({ force: true })
  await one.getByRole('button', { name: 'Gi denne rollen' }).click()
  await expect(one.getByText('Bilal Chaudhry er nå: Koordinator')).toBeVisible()
  await openSchoolPage(one, 'settings')
  await openSchoolPage(other, 'settings')

  await one.getByRole('button', { name: 'Legg til et skoleår' }).click()
  await one.getByRole('textbox', { name: 'Navn', exact: true }).fill('2026–2027')
  await one.getByRole('button', { name: 'Lagre innstillingene' }).click()
  await expect(one.getByText('Velg begge dagene')).toBeVisible()
  await typeDate(one, 'første dag', '15082026')
  await typeDate(one, 'siste dag', '20062027')
  await one.getByRole('button', { name: 'Lagre innstillingene' }).click()
  await expect(one.getByText('Lagret på skolen.')).toBeVisible()

  await other.getByRole('textbox', { name: 'Navnet på skolen' }).fill('Ternvåg skule')
  await other.getByRole('button', { name: 'Lagre innstillingene' }).click()
  await expect(other.getByRole('alert')).toContainText('Endret: skoleruta.')
  await other.getByRole('button', { name: 'Vis deres, og dropp mine' }).click()
  await expect(other.getByRole('textbox', { name: 'Navn', exact: true })).toHaveValue('2026–2027')
  await expect(
    other.getByRole('button', { name: '2026–2027: første dag: 15. aug. 2026' }),
  ).toBeVisible()
})

/** Types a day of the school year into its box, with keys alone. */
async function typeDate(page: Page, which: string, digits: string): Promise<void> {
  await page.getByRole('button', { name: `2026–2027: ${which}` }).click()
  // The calendar takes the focus first.
  await expect(page.getByRole('grid').locator(':focus')).toBeVisible()
  await page.getByRole('spinbutton').first().focus()
  await page.keyboard.type(digits)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}
