/**
 * What people are told when something is not as it should be: a field, an unsaved page, a session
 * that ended, an access that was closed.
 */
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './people.ts'
import { field, goOffline, planIdOf, saveLine, savedAtSchool, writeIn } from './plan-page.ts'
import { openSchoolPage } from './school-pages.ts'

const PHONE = { width: 360, height: 740 }

test('what is wrong with a field is said beside it, in the words of the page', async ({
  page,
  program,
}) => {
  // The browser's own words are English here, whatever the page is.
  await page.setViewportSize(PHONE)
  await page.goto(`${program.url}/sign-in`)
  const email = page.getByRole('textbox', { name: 'E-postadresse' })

  await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
  await expect(email).toBeFocused()
  await expect(email).toHaveAttribute('aria-invalid', 'true')
  await expect(email).toHaveAccessibleDescription('Dette må fylles ut')
  await email.fill('kari')
  await expect(email).toHaveAccessibleDescription('')
  await page.keyboard.press('Enter')
  await expect(email).toHaveAccessibleDescription('Dette ligner ikke en e-postadresse')
  await expectAccessible(page)

  await page.goto(`${program.url}/pupils`)
  const code = page.getByRole('textbox', { name: 'Koden' })
  await code.fill('BBBBBB')
  await page.getByRole('textbox', { name: 'Et navn du velger' }).fill('Oter 7')
  await page.keyboard.press('Enter')
  await expect(code).toBeFocused()
  await expect(code).toHaveAccessibleDescription(/Denne koden åpner ingenting/)
})

test('settings that are not saved are not lost without a word', async ({ enter }) => {
  const { page } = await enter('coordinator')
  await openSchoolPage(page, 'people')
  await page.getByRole('link', { name: 'Innstillinger', exact: true }).click()
  const name = page.getByRole('textbox', { name: 'Navnet på skolen' })
  await name.fill('Ternvåg skule')
  const question = page.getByRole('dialog', { name: 'Vil du gå uten å lagre?' })

  await page.getByRole('link', { name: 'Folk', exact: true }).click()
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Bli her' }).click()
  await expect(name).toHaveValue('Ternvåg skule')
  await page.goBack()
  await question.getByRole('button', { name: 'Bli her' }).click()
  await expect(name).toHaveValue('Ternvåg skule')

  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const own = await asked
  expect(own.type()).toBe('beforeunload')
  await own.dismiss()
  await closing
  await expect(name).toHaveValue('Ternvåg skule')

  await page.goBack()
  await question.getByRole('button', { name: 'Gå uten å lagre' }).click()
  await page.getByRole('heading', { level: 1, name: 'Folk på skolen' }).waitFor()
  await page.getByRole('link', { name: 'Innstillinger', exact: true }).click()
  await expect(name).toHaveValue('Ternvåg skole')
  await name.fill('Ternvåg skule')
  await page.getByRole('button', { name: 'Lagre innstillingene' }).click()
  await page.getByText('Lagret på skolen.').waitFor()
  await page.getByRole('link', { name: 'Folk', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Folk på skolen' }).waitFor()
})

test('who is signed out while they write is told where their words are, and they arrive', async ({
  enter,
  example,
}) => {
  const { page } = await enter('teacher')
  await savedAtSchool(page)
  await goOffline(page)
  await writeIn(page, 'leadership.today', ' Sist skrevet.')
  await expect(saveLine(page)).toHaveAttribute('data-state', 'saved-on-device')
  await endSessionOf(page)

  await page.context().setOffline(false)
  await expect(saveLine(page)).toHaveAttribute('data-state', 'signed-out')
  await expect(page.getByRole('alert')).toContainText('Logg inn, så blir det sendt.')
  await expectAccessible(page, '[role="alert"]')

  const me = example.people.find(({ role }) => role === 'teacher')
  await page.goto(me?.signInUrl ?? '')
  await savedAtSchool(page)
  await expect(field(page, 'leadership.today')).toContainText('Sist skrevet.')
})

test('whose access is closed is told at which school, at the plan and on the start page', async ({
  page,
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  await page.goto(/http\S+\/set-up#\S+/.exec(program.said())?.[0] ?? '')
  await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill('Lyngnes skole')
  await page.getByRole('textbox', { name: 'Navnet ditt' }).fill('Ingrid Hauge')
  await page.getByRole('button', { name: 'Sett opp skolen' }).click()
  await page.getByRole('button', { name: 'Lag den første planen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lag planen' }).click()
  await savedAtSchool(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const headers = { origin: program.url }
  const plan = `${program.url}/api/plans/${planIdOf(page)}`
  const made = await page.request.post(`${plan}/invitations`, {
    headers,
    data: { role: 'teacher', days: 1, maxUses: 1 },
  })
  const { url } = (await made.json()) as { url: string }

  const ola = await (await browser.newContext({ locale: 'nb-NO', viewport: PHONE })).newPage()
  await ola.goto(url)
  await ola.getByRole('textbox', { name: 'Skriv navnet ditt' }).fill('Ola')
  await ola.keyboard.press('Enter')
  await savedAtSchool(ola)
  const address = ola.url()
  const { members } = (await (await page.request.get(`${plan}/entry`)).json()) as {
    members: { memberId: string; name: string }[]
  }
  const memberId = members.find(({ name }) => name === 'Ola')?.memberId
  await page.request.post(`${program.url}/api/members/${memberId}/suspend`, { headers })

  const told = ola.getByRole('heading', { name: 'Tilgangen din til Lyngnes skole er stengt' })
  await expect(told).toBeFocused()
  await expectAccessible(ola)
  await ola.goto(address)
  await told.waitFor()
  await ola.goto(program.url)
  await told.waitFor()
  await expect(ola.getByText(/Koordinatoren ved skolen kan fortelle deg hvorfor/)).toBeVisible()
  await expectAccessible(ola)
})

/** As from another of their devices; this one hears nothing of it. */
async function endSessionOf(page: Page): Promise<void> {
  const [cookie] = await page.context().cookies()
  const { origin } = new URL(page.url())
  const reply = await fetch(`${origin}/api/sign-out`, {
    method: 'POST',
    headers: { origin, cookie: `${cookie?.name}=${cookie?.value}` },
  })
  expect(reply.status).toBe(204)
}
