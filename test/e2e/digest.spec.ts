/**
 * A head teacher with a phone and five minutes: from the letter about what waits to what has
 * changed, and from there to a suggestion.
 */
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { type DigestSchool, openDigestSchool } from '../support/digest-school.ts'
import { giveAccount } from '../support/accounts.ts'
import { freePort } from '../support/program.ts'
import type { TestPerson } from '../support/test-people.ts'
import { chooseWords, discussionLoaded, note } from './discuss.ts'
import { expect, test } from './people.ts'
import { field, savedAtSchool, visitOn, writeIn } from './plan-page.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url))
const DAY_MS = 24 * 60 * 60 * 1000
const TEXT = 'leadership.today'

let origin: string
let at: DigestSchool

test.beforeEach(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  at = await openDigestSchool({
    config: { publicOrigin: origin },
    clientFolder: CLIENT,
    startMs: nextTuesdayMorning(),
  })
  await at.app.app.listen({ port })
})

test.afterEach(() => at.close())

// Three people's browsers, a server and a letter.
test.setTimeout(120_000)

test('from the letter to the difference to a suggestion it is four taps', async ({ browser }) => {
  const { teacher, coordinator, leadership } = at.school.people
  await giveAccount(at.app, leadership, { email: 'rektor@ternvag.no', password: null })
  await lookInBefore(browser, leadership)
  const kari = await open(browser, teacher)
  const ola = await open(browser, coordinator)
  await writeIn(kari, TEXT, 'Gruppa møtes hver tirsdag etter skolen.')
  await savedAtSchool(kari)
  await writeIn(ola, 'pupils.today', 'Elevrådet får svar innen tre uker.')
  await savedAtSchool(ola)
  await chooseWords(ola, 'pupils.today', 'tre uker')
  await ola.keyboard.press('ControlOrMeta+Shift+m')
  await expect(ola.getByRole('textbox', { name: 'Kommentaren din' })).toBeFocused()
  await ola.keyboard.type('Holder det, @leader')
  await ola.getByRole('option', { name: leadership.name }).click()
  await expect(ola.getByRole('textbox', { name: 'Kommentaren din' })).toBeFocused()
  await ola.keyboard.type('da?')
  await ola.keyboard.press('ControlOrMeta+Enter')
  // Sent: only then has it a link, and only then is there something to write a letter about.
  await note(ola, 'Holder det').getByRole('button', { name: 'Mer om samtalen' }).waitFor()

  at.later(DAY_MS)
  await at.send()
  const letter = await at.mailbox.next()
  expect(letter.text).toContain('Holder det, @leadership of Ternvåg da?')
  const [changes = ''] = /\S+\/history\?from=last/.exec(letter.text ?? '') ?? []

  // 1: the link in the letter.
  const phone = await open(browser, leadership, changes)
  await expect(phone.locator('ins')).toHaveText([/hver tirsdag/, /innen tre uker/])
  // 2
  await phone.getByRole('link', { name: 'Tilbake til planen' }).tap()
  await discussionLoaded(phone)
  await chooseWords(phone, TEXT, 'hver tirsdag')
  // 3
  await phone.getByRole('button', { name: 'Foreslå andre ord' }).tap()
  await phone.getByRole('textbox', { name: 'Slik du ville skrevet det' }).fill('annenhver tirsdag')
  // 4
  await phone.getByRole('button', { name: 'Foreslå', exact: true }).tap()

  const suggestion = note(kari, leadership.name)
  await expect(suggestion.locator('ins')).toContainText('annenhver')
  await suggestion.getByRole('button', { name: 'Godta', exact: true }).click()
  await expect(field(kari, TEXT)).toContainText('Gruppa møtes annenhver tirsdag etter skolen.')
  await expect(field(ola, TEXT)).toContainText('Gruppa møtes annenhver tirsdag etter skolen.')
})

/** A visit before: what has changed is counted from it. */
async function lookInBefore(browser: Browser, person: TestPerson): Promise<void> {
  const page = await newPage(browser, person)
  const visit = visitOn(page)
  await page.goto(planAddress())
  await visit
  await page.context().close()
}

/** The plan, or another address. */
async function open(browser: Browser, person: TestPerson, url = planAddress()): Promise<Page> {
  const page = await newPage(browser, person)
  await page.goto(url)
  return page
}

/** On a phone whoever is of the leadership, on a laptop the others. */
async function newPage(browser: Browser, { cookie, name }: TestPerson): Promise<Page> {
  const isHead = name === at.school.people.leadership.name
  const context = await browser.newContext(isHead ? PHONE : {})
  const [key = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name: key, value, url: origin }])
  return context.newPage()
}

function planAddress(): string {
  return `${origin}/plans/${at.planId}`
}

/** The next one that is not today, ten in the morning in Norway or eleven. */
function nextTuesdayMorning(): number {
  const date = new Date()
  date.setUTCHours(9, 0, 0, 0)
  do date.setUTCDate(date.getUTCDate() + 1)
  while (date.getUTCDay() !== 2)
  return date.getTime()
}
