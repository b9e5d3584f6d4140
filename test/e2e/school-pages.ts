/** What a person does on a school's pages and with the plans of its list. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Me } from '../../shared/api/me.ts'
import { openSharing } from './plan-page.ts'

/** Opens one of the pages of my first school by its address. */
export async function openSchoolPage(page: Page, name: string): Promise<void> {
  const me = (await (await page.request.get(new URL('/api/me', page.url()).href)).json()) as Me
  await goTo(page, `/schools/${me.schools[0]?.schoolId}/${name}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** An address of the same server. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
}

/** What can be done with a member. */
export async function openPersonMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Hva du kan gjøre med ${name}` }).click()
  await expect(page.getByRole('menu')).toBeVisible()
}

/** Deletes the example's plan from the list, which must be shown. */
export async function deletePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Hva du kan gjøre med «/ }).click()
  await page.getByRole('menuitem', { name: 'Slett' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slett planen' }).click()
  await expect(page.getByText('«Ternvåg møter Europa 2026–2027» er slettet.')).toBeVisible()
}

/** Who is what in the plan that is open, by way of sharing it. */
export async function openPlanPeople(page: Page): Promise<Locator> {
  await openSharing(page)
  await page.getByRole('button', { name: 'Hvem har hvilken oppgave i planen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hvem har hvilken oppgave i planen' })
  await expect(dialog.getByText('Ansvarlig leder').first()).toBeVisible()
  return dialog
}
