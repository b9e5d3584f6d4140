import { chromium } from '@playwright/test'
import { createProgram } from '../support/program.ts'
import { chromiumLaunchOptions } from './chromium.ts'
import { field, savedAtSchool, writeIn, openAction, action } from './plan-page.ts'
const program = await createProgram({ CAPS: 'bench' })
await program.start()
const browser = await chromium.launch(chromiumLaunchOptions())
const out = '/tmp/cmp'
try {
  const example = await program.newExample()
  const enter = async (role: string, n = 0, options = {}) => {
    const person = example.people.filter((p) => p.role === role)[n]!
    const context = await browser.newContext({
      locale: 'nb-NO',
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    const page = await context.newPage()
    page.on('console', (m) => m.type() === 'error' && console.log(role, m.text()))
    page.on('response', (r) => r.status() >= 400 && console.log(role, r.status(), r.url()))
    await page.goto(person.signInUrl)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  const leader = await enter('leadership')
  await leader.waitForTimeout(2500)
  await leader.screenshot({ path: `${out}/leader-first.png` })
  const planUrl = leader.url()
  console.log(planUrl)
  await leader.goto(program.url)
  await leader.waitForTimeout(800)
  const a = await enter('teacher', 0)
  await writeIn(a, 'leadership.today', ' Fra januar møtes gruppa hver tirsdag.')
  await savedAtSchool(a)
  const b = await enter('teacher', 1)
  await field(b, 'collaboration.next').click()
  await b.keyboard.press('ControlOrMeta+Home')
  await b.keyboard.press('Shift+ControlOrMeta+ArrowRight')
  await b.keyboard.press('Shift+ControlOrMeta+ArrowRight')
  await b.keyboard.type('Alle lærerne ')
  await savedAtSchool(b)
  const card = await openAction(b, 'Ny møteleder hver gang')
  await card.getByText('Ferdig', { exact: true }).click()
  await b.keyboard.press('Escape')
  await savedAtSchool(b)
  await b.waitForTimeout(1500)
  await b.screenshot({ path: `${out}/teacher.png` })
  await leader.goto(planUrl)
  await leader.waitForTimeout(2500)
  await leader.screenshot({ path: `${out}/since.png` })
  const link = leader.getByRole('link', { name: /Se hva som er endret/ })
  console.log('since', await link.count(), await leader.locator('aside').allInnerTexts())
  if (await link.count()) await link.click()
  else await leader.goto(`${planUrl}/history`)
  await leader.waitForTimeout(1500)
  console.log(leader.url())
  await leader.screenshot({ path: `${out}/history.png`, fullPage: true })
  await leader.getByText('Som tekst', { exact: true }).click()
  await leader.waitForTimeout(300)
  await leader.screenshot({ path: `${out}/text.png`, fullPage: true })
  await leader.getByText('Slik den var', { exact: true }).click()
  await leader.waitForTimeout(300)
  await leader.screenshot({ path: `${out}/then.png`, fullPage: false })
  await a.waitForTimeout(500)
  await a.getByRole('button', { name: 'Versjoner og endringer' }).click()
  await a.waitForTimeout(300)
  await a.screenshot({ path: `${out}/menu.png` })
  await a.getByRole('menuitem', { name: 'Vis hvem som har skrevet hva' }).click()
  await a.waitForTimeout(1500)
  await field(a, 'leadership.today').hover()
  await a.waitForTimeout(400)
  await a.screenshot({ path: `${out}/authors.png` })
  await a.goto(`${planUrl}/history`)
  await a.waitForTimeout(1500)
  await a.screenshot({ path: `${out}/history-a.png` })
  await a.getByRole('button', { name: 'Hent tilbake delen 1' }).click()
  await a.waitForTimeout(300)
  await a.screenshot({ path: `${out}/dialog.png` })
  await a.getByRole('dialog').getByRole('button', { name: 'Hent tilbake' }).click()
  await a.waitForTimeout(2000)
  await a.screenshot({ path: `${out}/restored.png` })
  await a.getByRole('button', { name: 'Gi en versjon et navn' }).click()
  await a.keyboard.type('Før høringen')
  await a.waitForTimeout(300)
  await a.screenshot({ path: `${out}/name.png` })
  await a.keyboard.press('Enter')
  await a.waitForTimeout(1500)
  await a.screenshot({ path: `${out}/named.png` })
  const phone = await enter('teacher', 1, {
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
    isMobile: true,
    hasTouch: true,
  })
  await phone.goto(`${planUrl}/history?from=1`)
  await phone.waitForTimeout(1500)
  await phone.screenshot({ path: `${out}/phone.png`, fullPage: true })
  const dark = await enter('teacher', 0, { colorScheme: 'dark' })
  await dark.goto(`${planUrl}/history?from=1`)
  await dark.waitForTimeout(1500)
  await dark.screenshot({ path: `${out}/dark.png` })
} finally {
  await browser.close()
  await program.stop()
}
