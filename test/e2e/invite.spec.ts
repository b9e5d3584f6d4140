/** An invitation from end to end: made, shown, opened on a phone, written by, revoked. */
import { type Browser, devices, type Page } from '@playwright/test'
import { expect, test } from './people.ts'
import { field, openSharing, savedAtSchool } from './plan-page.ts'

const PHONE = { ...devices['Pixel 7'], viewport: { width: 360, height: 740 }, locale: 'nb-NO' }

test('from the link to the first letter it is three steps, until the link is revoked', async ({
  page,
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  await setUpSchool(page, program.said())
  const link = await makeLink(page)

  const phone = await newPage(browser, PHONE)
  await phone.goto(link)
  await phone.getByRole('textbox', { name: 'Skriv navnet ditt' }).fill('Amina Warsame')
  await phone.getByRole('button', { name: 'Bli med og skriv' }).tap()
  await field(phone, 'school.vision').tap()
  await expect(field(phone, 'school.vision')).toBeFocused()
  await phone.keyboard.type('Vi lærer sammen.')

  await page.getByRole('button').getByText('Lukk', { exact: true }).click()
  await expect(field(page, 'school.vision')).toContainText('Vi lærer sammen.')
  await expect(page.getByRole('banner').getByRole('img', { name: 'Amina Warsame' })).toBeVisible()
  await savedAtSchool(phone)
  await phone.reload()
  await expect(field(phone, 'school.vision')).toContainText('Vi lærer sammen.')

  await page.getByRole('button', { name: 'Del', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Én har kommet inn')
  await page.getByRole('button', { name: 'Trekk tilbake lenken: Lærere' }).click()
  await page.getByRole('button', { name: 'Trekk tilbake lenken', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Lenken er trukket tilbake')
  await expect(page.getByRole('heading', { name: 'Lenker som er åpne nå' })).toBeFocused()

  const third = await newPage(browser, PHONE)
  await third.goto(link)
  await expect(third.getByRole('heading', { level: 1 })).toHaveText(/ikke åpen lenger/)
  await phone.reload()
  await field(phone, 'school.vision').tap()
  await expect(field(phone, 'school.vision')).toBeFocused()
  await phone.keyboard.press('ControlOrMeta+End')
  await phone.keyboard.type(' Hver dag.')
  await expect(field(page, 'school.vision')).toContainText('Vi lærer sammen. Hver dag.')
})

test('the link leaves the address bar, outlives a reload, and waits for a colleague to sign out', async ({
  browser,
  page,
  startProgram,
}) => {
  const program = await startProgram()
  await setUpSchool(page, program.said())
  const example = await program.newExample()
  const elle = await newPage(browser)
  await elle.goto(example.people.find(({ role }) => role === 'coordinator')?.signInUrl ?? '')
  await elle.getByRole('button', { name: 'Del', exact: true }).waitFor()
  const link = await makeLink(elle)

  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Bli med som Ingrid Hauge' })).toBeVisible()
  await expect(page).toHaveURL(/\/join$/)
  await page.reload()
  await page.getByRole('button', { name: 'Jeg er en annen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Logg ut' }).click()

  await page.getByRole('textbox', { name: 'Skriv navnet ditt' }).fill('Kari Lie')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner').getByRole('img', { name: /^Kari Lie/ })).toBeVisible()
})

test('names of 190 letters without a blank keep every page within its width', async ({
  browser,
  page,
  startProgram,
}) => {
  const program = await startProgram()
  await setUpSchool(page, program.said(), { school: 'S'.repeat(190), name: 'N'.repeat(190) })
  const link = await makeLink(page)
  await expectNoSideways(page)

  const phone = await newPage(browser, PHONE)
  await phone.goto(link)
  await phone.getByRole('textbox', { name: 'Skriv navnet ditt' }).fill('M'.repeat(190))
  await expectNoSideways(phone)
  await phone.getByRole('button', { name: 'Bli med og skriv' }).tap()
  await field(phone, 'school.vision').waitFor()
  await expectNoSideways(phone)
  await openSharing(phone)
  await expectNoSideways(phone)
})

test('a link can be taken along where the browser does not copy', async ({ enter }) => {
  const { page } = await enter('coordinator')
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
    document.execCommand = () => false
  })
  await page.getByRole('button', { name: 'Del', exact: true }).click()
  await page.getByRole('button', { name: 'Lag en lenke' }).click()
  const copy = page.getByRole('button', { name: 'Kopier lenken' })
  await expect(copy).toBeFocused()
  await copy.press('Enter')

  await expect(page.getByRole('dialog')).toContainText('Teksten er merket')
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toMatch(/\/join#[\w-]{43}$/)

  await page.getByRole('button', { name: 'Vis stort' }).click()
  await expect(
    page
      .getByRole('dialog', { name: 'Bli med i planen til Ternvåg skole' })
      .getByRole('img', { name: 'QR-kode som åpner lenken' }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Vis stort' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Del', exact: true })).toBeFocused()
})

/** Sets the school up by the link of the first start and makes its first plan. */
async function setUpSchool(
  page: Page,
  said: string,
  { school = 'Lyngnes skole', name = 'Ingrid Hauge' } = {},
): Promise<void> {
  await page.goto(/http\S+\/set-up#\S+/.exec(said)?.[0] ?? '')
  await page.getByRole('textbox', { name: 'Navnet på skolen' }).fill(school)
  await page.getByRole('textbox', { name: 'Navnet ditt' }).fill(name)
  await page.getByRole('button', { name: 'Sett opp skolen' }).click()
  await page.getByRole('button', { name: 'Lag den første planen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lag planen' }).click()
  await expect(field(page, 'school.vision')).toBeVisible()
}

async function makeLink(page: Page): Promise<string> {
  await openSharing(page)
  await expect(page.getByRole('dialog')).toContainText('Ingen nye kan komme inn')
  return makeLinkIn(page)
}

async function makeLinkIn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Lag en lenke' }).click()
  return page.getByRole('textbox', { name: 'Lenken er klar: Lærere' }).inputValue()
}

async function newPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO', ...options })
  return context.newPage()
}

/** Neither the page nor a dialog over it. */
async function expectNoSideways(page: Page): Promise<void> {
  const beyond = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('[role="dialog"]')].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  )
  expect(Math.max(...beyond)).toBeLessThanOrEqual(0)
}
