/**
 * Takes the picture of the README and, into test-results/pictures, one of every
 * page in every state in every look, from the real program with the example
 * school, and a sheet of them all. Run: npm run pictures [-- state or look …]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import type { Demo } from '../../shared/api/demo.ts'
import { createProgram } from '../support/program.ts'
import { chromiumLaunchOptions } from './chromium.ts'
import { field, savedAtSchool, section } from './plan-page.ts'
import { openState, STATES } from './states.ts'

const README_FOLDER = 'docs/pictures'
const FOLDER = 'test-results/pictures'
const LAPTOP = { width: 1440, height: 900 }
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: LAPTOP, colorScheme: 'light' },
  dark: { viewport: LAPTOP, colorScheme: 'dark' },
  phone: { ...PHONE, colorScheme: 'light' },
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
  tablet: { viewport: { width: 820, height: 1180 }, colorScheme: 'light' },
  wide: { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  // 1280 px at 400 %: WCAG 1.4.10.
  reflow: { viewport: { width: 320, height: 256 }, colorScheme: 'light' },
  forced: { viewport: LAPTOP, forcedColors: 'active' },
}

const wanted = process.argv.slice(2)
const isWanted = (...names: readonly string[]) =>
  wanted.length === 0 || wanted.some((name) => names.includes(name))

mkdirSync(README_FOLDER, { recursive: true })
mkdirSync(FOLDER, { recursive: true })
const program = await createProgram({ CAPS: 'bench' })
await program.start()
const browser = await chromium.launch(chromiumLaunchOptions())

if (isWanted('readme')) await takeReadmePicture(browser, await program.newExample())
for (const [look, options] of Object.entries(LOOKS)) await takeLook(look, options)
writeFileSync(`${FOLDER}/index.html`, sheet())
await browser.close()
await program.stop()
rmSync(program.dataFolder, { recursive: true, force: true })

async function takeLook(look: string, options: BrowserContextOptions): Promise<void> {
  for (const state of STATES.filter(({ name }) => isWanted(name, look))) {
    const example = await program.newExample()
    const { page, close } = await openState(state, options, { browser, program, example })
    const path = `${FOLDER}/${state.name}.${look}.png`
    await page.evaluate(drawn)
    // A phone's first one may show what was there before.
    await page.screenshot()
    await page.screenshot({ path, fullPage: state.isLong ?? false, animations: 'disabled' })
    await close()
  }
}

/** What was done last is on the screen. */
function drawn(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** All pictures beside each other: a row a state, a column a look. */
function sheet(): string {
  const looks = Object.keys(LOOKS)
  const rows = STATES.map(
    ({ name }) =>
      `<tr><th>${name}</th>${looks.map((look) => `<td><a href="${name}.${look}.png"><img loading="lazy" width="260" alt="${name}, ${look}" src="${name}.${look}.png"></a></td>`).join('')}</tr>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Samplan in pictures</title><table><tr><th></th>${looks.map((look) => `<th>${look}</th>`).join('')}</tr>${rows.join('\n')}</table></html>\n`
}

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
