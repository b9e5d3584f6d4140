/** Without connection, for real: the server is gone, the browser starts anew, the store refuses or is emptied. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { chromiumLaunchOptions } from './chromium.ts'
import { expect, letIn, test as base } from './people.ts'
import {
  expectSameContent,
  field,
  goToEnd,
  pagesKept,
  planIdOf,
  savedAtSchool,
  saveLine,
  writeIn,
} from './plan-page.ts'

const FIELD = 'leadership.today'

interface Fixtures {
  /** A browser with a profile on disk, always the same one. */
  readonly startBrowser: () => Promise<BrowserContext>
}

const test = base.extend<Fixtures>({
  // After the program, and so ended before it.
  startBrowser: async ({ startProgram: _startProgram }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'samplan-browser-'))
    const started: BrowserContext[] = []
    await provide(async () => {
      const options = { ...chromiumLaunchOptions(), locale: 'nb-NO' }
      const browser = await chromium.launchPersistentContext(folder, options)
      started.push(browser)
      return browser
    })
    for (const browser of started) await browser.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

test('after a restart of the browser, without the server, the start page lists what is here', async ({
  startProgram,
  startBrowser,
}) => {
  const program = await startProgram()
  const [person] = (await program.newExample()).people.filter(({ role }) => role === 'teacher')
  if (!person) throw new Error('the example has no teacher')
  const before = await startBrowser()
  const page = await before.newPage()
  await page.goto(person.signInUrl)
  await savedAtSchool(page)
  const planId = planIdOf(page)
  await pagesKept(page)
  await program.kill()
  await writeIn(page, FIELD, ' Skrevet i kjelleren.')
  await expect(saveLine(page)).toHaveAttribute('data-state', 'saved-on-device')
  await before.close()

  const after = await startBrowser()
  const start = await after.newPage()
  await start.goto(program.url)
  await expect(start.getByText('Uten nett: Skolen svarer ikke.')).toBeVisible()
  const list = start.getByRole('region', { name: 'På denne enheten' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list.getByText('Kan ha tekst som bare er på denne enheten')).toBeVisible()
  await expectAccessible(start)
  await list.getByRole('link').click()
  await expect(field(start, FIELD)).toContainText('Skrevet i kjelleren.')
  const second = await after.newPage()
  await second.goto(`${program.url}/plans/${planId}`)
  await expect(field(second, FIELD)).toContainText('Skrevet i kjelleren.')

  await program.start()
  await savedAtSchool(start)
  await start.goto(program.url)
  await expect(start.getByRole('region', { name: 'Planene våre' })).toBeVisible()
})

test('a browser that keeps nothing says so, and warns before words are lost', async ({
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  const example = await program.newExample()
  const { page } = await letIn(browser, example, 'teacher', 0)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no storage in this window', 'SecurityError')
    }
  })
  await page.reload()
  await savedAtSchool(page)
  await expect(page.getByText('Denne nettleseren tar ikke vare på noen kopi')).toBeVisible()
  await writeIn(page, FIELD, ' På nett.')
  await savedAtSchool(page)

  await program.kill()
  await goToEnd(page, FIELD)
  await page.keyboard.type(' Uten nett.')
  await expect(saveLine(page)).toHaveAttribute('data-state', 'not-saved')
  await expect(page.getByRole('alert')).toContainText('Det du skrev sist, er bare i dette vinduet')
  expect(await asksBeforeLeaving(page)).toBe(true)

  await program.start()
  await savedAtSchool(page)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await asksBeforeLeaving(page)).toBe(false)
})

test('a device that is full says so, and stores everything when there is room', async ({
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  const [person] = (await program.newExample()).people.filter(({ role }) => role === 'teacher')
  if (!person) throw new Error('the example has no teacher')
  const page = await (await browser.newContext()).newPage()
  const devtools = await page.context().newCDPSession(page)
  // Before the first visit: what a browser has granted once, may be used up.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: program.url, quotaSize: 1 })
  await page.goto(person.signInUrl)

  await expect(page.getByText('Enheten er full')).toBeVisible()
  await savedAtSchool(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: program.url })
  await expect(page.getByText('Enheten er full')).toHaveCount(0, { timeout: 30_000 })
})

test('a copy that was cleared is said to be gone, with or without the school', async ({
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  const { page } = await letIn(browser, await program.newExample(), 'teacher', 0)
  await savedAtSchool(page)
  await pagesKept(page)
  await program.kill()
  await writeIn(page, FIELD, ' Bare her.')
  await expect(saveLine(page)).toHaveAttribute('data-state', 'saved-on-device')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', {
    origin: program.url,
    storageTypes: 'indexeddb',
  })
  // Cleared while it was open: the words are in this window, and nowhere else.
  await expect(saveLine(page)).toHaveAttribute('data-state', 'not-saved')

  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Denne planen er ikke på enheten akkurat nå',
  )
  await expect(page.getByText('Nettleseren har slettet kopien som var her')).toBeVisible()

  await program.start()
  await savedAtSchool(page)
  await expect(page.getByRole('alert')).toContainText('Nettleseren har slettet det denne enheten')
})

test('what was set aside is in a drawer on the start page', async ({ enter, program }) => {
  const { page } = await enter('teacher')
  // The device has it too, by now.
  await expectSameContent(page)
  await setAsideByHand(page)

  await page.goto(program.url)
  const drawer = page.getByRole('region', { name: 'Lagt til side på denne enheten' })
  await drawer.getByRole('button', { name: 'Vis 1 kopi' }).click()

  await expect(drawer.getByLabel('Teksten som er lagt til side')).toContainText(
    'Rødnebbterna hekker på holmene',
  )
  await expectAccessible(page)
  await drawer.getByRole('button', { name: 'Kast teksten' }).click()
  await expect(drawer).toHaveCount(0)
})

test('an open page says that there is a newer version, and keeps the words over the reload', async ({
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  const { page } = await letIn(browser, await program.newExample(), 'teacher', 0)
  await savedAtSchool(page)
  await program.kill()
  await writeIn(page, FIELD, ' Før oppdateringen.')
  await expect(saveLine(page)).toHaveAttribute('data-state', 'saved-on-device')
  await page.route('**/app-files.json', (route) => route.fulfill({ json: ['/assets/newer.js'] }))

  await program.start()
  await expect(page.getByText('En ny versjon av Samplan er klar.')).toBeVisible()
  await page.unroute('**/app-files.json')
  await page.getByRole('button', { name: 'Last siden på nytt' }).click()

  await expect(field(page, FIELD)).toContainText('Før oppdateringen.')
  await savedAtSchool(page)
  await expect(page.getByText('En ny versjon av Samplan er klar.')).toHaveCount(0)
})

/** Would the browser ask whoever closes this page? */
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true })
    dispatchEvent(event)
    return event.defaultPrevented
  })
}

/** Leaves the device as the recovery path does when a plan is taken away: no rows, one copy. */
async function setAsideByHand(page: Page): Promise<void> {
  await page.evaluate(async (planId) => {
    const all = await indexedDB.databases()
    const name = all.map((each) => each.name ?? '').find((each) => each.endsWith(planId))
    if (name === undefined) throw new Error('this browser keeps no copy')
    const opening = indexedDB.open(name)
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result))
    })
    const transaction = database.transaction(['updates', 'setAside'], 'readwrite')
    const updates = transaction.objectStore('updates')
    const reading = updates.getAll()
    reading.addEventListener('success', () => {
      const rows = reading.result as Uint8Array[]
      const [update] = rows.toSorted((a, b) => b.byteLength - a.byteLength)
      transaction.objectStore('setAside').put({ id: '1', atMs: Date.now(), reason: 'x', update })
      updates.clear()
    })
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    database.close()
  }, planIdOf(page))
}
