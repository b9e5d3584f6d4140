/**
 * Takes the pictures of the README and, into test-results/pictures, one of every
 * page in light, dark and on a phone, from the real program with the example
 * school. Run: npm run pictures
 */
import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import type { Demo } from '../../shared/api/demo.ts'
import { createProgram } from '../support/program.ts'
import { chromiumLaunchOptions } from './chromium.ts'
import { field, openAction, savedAtSchool, section } from './plan-page.ts'

const README_FOLDER = 'docs/pictures'
const FOLDER = 'test-results/pictures'
const LAPTOP = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: LAPTOP, colorScheme: 'light' },
  dark: { viewport: LAPTOP, colorScheme: 'dark' },
  phone: { viewport: PHONE, colorScheme: 'light', isMobile: true, hasTouch: true },
  forced: { viewport: LAPTOP, forcedColors: 'active' },
}

mkdirSync(README_FOLDER, { recursive: true })
mkdirSync(FOLDER, { recursive: true })
const program = await createProgram({ CAPS: 'bench' })
await program.start()
const browser = await chromium.launch(chromiumLaunchOptions())

await takeReadmePicture(browser, await program.newExample())
for (const [look, options] of Object.entries(LOOKS)) {
  await takePages(browser, await program.newExample(), look, options)
}
await browser.close()
await program.stop()

/** Two people in one plan: one writes in a text, the other is seen there. */
async function takeReadmePicture(browser: Browser, example: Demo): Promise<void> {
  const bilal = await open(browser, example, 0, { viewport: LAPTOP, deviceScaleFactor: 2 })
  const amina = await open(browser, example, 1, { viewport: LAPTOP })
  await field(amina, 'leadership.today').locator('p').nth(1).click()
  await amina.keyboard.press('End')
  await field(bilal, 'leadership.today').locator('p').first().click()
  await bilal.keyboard.press('End')
  await bilal.locator('[data-person]').first().waitFor()
  await bilal.getByRole('toolbar').getByText('Avsnitt').waitFor()
  await section(bilal, 'leadership').evaluate((it) => it.scrollIntoView({ block: 'start' }))
  await savedAtSchool(bilal)
  await bilal.screenshot({ path: `${README_FOLDER}/plan.png` })
  await bilal.context().close()
  await amina.context().close()
}

async function takePages(
  browser: Browser,
  example: Demo,
  look: string,
  options: BrowserContextOptions,
): Promise<void> {
  const visitor = await (await browser.newContext({ locale: 'nb-NO', ...options })).newPage()
  await visitor.goto(program.url)
  await visitor.getByRole('heading', { level: 1 }).waitFor()
  await visitor.screenshot({ path: `${FOLDER}/landing.${look}.png` })
  await visitor.context().close()

  const page = await open(browser, example, 0, options)
  await savedAtSchool(page)
  await page.screenshot({ path: `${FOLDER}/plan.${look}.png`, fullPage: true })
  await field(page, 'pupils.today').click()
  await page.screenshot({ path: `${FOLDER}/writing.${look}.png` })
  const card = await openAction(page, 'Makker for nye eTwinnere')
  await card.getByRole('radio').first().waitFor({ state: 'attached' })
  await card.scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${FOLDER}/action.${look}.png` })
  await page.goto(program.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.screenshot({ path: `${FOLDER}/start.${look}.png` })
  await page.context().close()
}

async function open(
  browser: Browser,
  example: Demo,
  teacher: number,
  options: BrowserContextOptions,
): Promise<Page> {
  const person = example.people.filter(({ role }) => role === 'teacher')[teacher]
  const context = await browser.newContext({ locale: 'nb-NO', ...options })
  const page = await context.newPage()
  await page.goto(person?.signInUrl ?? '')
  await field(page, 'leadership.today').waitFor()
  return page
}
