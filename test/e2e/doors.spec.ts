/**
 * An account of one's own, from the first address to coming back: by a letter with
 * a link, by a password, to the plan one wanted; and an invitation meant for another.
 */
import type { Page } from '@playwright/test'
import { type Mailbox, openMailbox, tokenIn } from '../support/mailbox.ts'
import type { Program } from '../support/program.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './people.ts'
import { field, savedAtSchool } from './plan-page.ts'

const PASSWORD = 'tre grønne sykler'
const INGRID = 'ingrid@lyngnes.no'

let mailbox: Mailbox
let program: Program

test.beforeEach(async ({ startProgram }) => {
  mailbox = await openMailbox()
  program = await startProgram({ SMTP_URL: mailbox.url, MAIL_FROM: 'samplan@lyngnes.no' })
})

test.afterEach(async () => {
  await program.stop()
  await mailbox.close()
})

test('an address, a password, and back to the plan after being signed out', async ({ page }) => {
  await setUp(page)
  await page.getByRole('button', { name: 'Lag den første planen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lag planen' }).click()
  await savedAtSchool(page)
  const planUrl = page.url()

  await addAddress(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lag et passord' }).click()
  await page.getByLabel('Nytt passord').fill('Lyngnes2026')
  await page.getByRole('button', { name: 'Lagre passordet' }).click()
  await expect(page.getByText(/Det er laget av navnet ditt/)).toBeVisible()
  await expect(page.getByLabel('Nytt passord')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Nytt passord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Lagre passordet' }).click()
  await expect(page.getByText('Passordet er lagret')).toBeVisible()

  await page.context().clearCookies()
  await page.goto(planUrl)
  await page.getByRole('link', { name: 'Logg inn' }).click()
  await page.getByRole('textbox', { name: 'E-postadresse' }).fill(INGRID)
  await page.getByLabel('Passord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
  await field(page, 'school.vision').waitFor()
  expect(page.url()).toBe(planUrl)
})

test('a letter with a link lets in once, and the page says so before and after', async ({
  page,
}) => {
  await setUp(page)
  await addAddress(page)
  await page.context().clearCookies()

  await page.goto(`${program.url}/sign-in?to=/account`)
  await page.getByRole('button', { name: 'Send meg en lenke i stedet' }).click()
  await expect(page.getByRole('textbox', { name: 'E-postadresse' })).toBeFocused()
  await page.getByRole('textbox', { name: 'E-postadresse' }).fill(INGRID)
  await page.getByRole('button', { name: 'Send meg en lenke i stedet' }).click()
  await expect(page.getByRole('heading', { name: 'Se i innboksen din' })).toBeFocused()
  await expectAccessible(page)

  const link = `${program.url}/sign-in#${tokenIn(await mailbox.next())}`
  await page.goto(link)
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
  await page.getByRole('heading', { name: 'Kontoen min' }).waitFor()

  await page.context().clearCookies()
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Lenken virker ikke lenger')
})

test('an invitation meant for another says so, and lets its own person in', async ({
  page,
  browser,
}) => {
  const schoolId = await setUp(page)
  await page.request.post(`${program.url}/api/schools/${schoolId}/personal-invitations`, {
    headers: { origin: program.url },
    data: { email: 'ola@lyngnes.no', name: 'Ola Berg', role: 'teacher', language: 'nb' },
  })
  const link = `${program.url}/invitation#${tokenIn(await mailbox.next())}`

  await page.goto(link)
  await expect(page.getByText(/du er logget inn som Ingrid Hauge/)).toBeVisible()
  await expectAccessible(page)

  const context = await browser.newContext({ locale: 'nb-NO' })
  const ola = await context.newPage()
  await ola.goto(link)
  await expect(ola.getByRole('textbox', { name: 'Navnet ditt' })).toHaveValue('Ola Berg')
  await expectAccessible(ola)
  await ola.getByRole('button', { name: 'Bli med i Lyngnes skole' }).click()
  await ola.getByRole('button', { name: /^Ola Berg/ }).waitFor()
})

/** A school with Ingrid as its coordinator, signed in. @returns its id. */
async function setUp(page: Page): Promise<string> {
  await page.goto(/http\S+\/set-up#\S+/.exec(program.said())?.[0] ?? '')
  await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill('Lyngnes skole')
  await page.getByRole('textbox', { name: 'Navnet ditt' }).fill('Ingrid Hauge')
  await page.getByRole('button', { name: 'Sett opp skolen' }).click()
  await page.getByRole('button', { name: 'Lag den første planen' }).waitFor()
  const me = await page.request.get(`${program.url}/api/me`)
  return ((await me.json()) as { schools: { schoolId: string }[] }).schools[0]?.schoolId ?? ''
}

/** Adds Ingrid's address, from the menu on, and confirms it by the letter. */
async function addAddress(page: Page): Promise<void> {
  await page.goto(program.url)
  await page.getByRole('button', { name: /: konto/ }).click()
  await page.getByRole('menuitem', { name: 'Kontoen min' }).click()
  await page.getByRole('button', { name: 'Legg til en adresse' }).click()
  await page.getByRole('textbox', { name: 'Ny e-postadresse' }).fill(INGRID)
  await page.getByRole('button', { name: 'Lagre adressen' }).click()
  await page.goto(`${program.url}/account#${tokenIn(await mailbox.next())}`)
  await page.getByRole('button', { name: 'Bekreft e-postadressen min' }).click()
  await expect(page.getByText('Adressen er bekreftet')).toBeVisible()
}
