/** What a person does on the plan page, and what a test may ask it and the server. */
import { createHash } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import * as Y from 'yjs'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { canonicalPlan } from '../../shared/plan/canonical-plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'

/** Behind «Prøv eksempelplanen» a whole school is made, with all that was ever done there. */
export const SCHOOL_IS_MADE = { timeout: 30_000 }

/** The text box of a field of the template: 'leadership.today'. */
export function field(page: Page, fieldId: string): Locator {
  return page.locator(`[data-field-id="${fieldId}"]`).getByRole('textbox')
}

/** Clicks behind the last word of a field and types. */
export async function writeIn(page: Page, fieldId: string, text: string): Promise<void> {
  await goToEnd(page, fieldId)
  await page.keyboard.type(text)
}

/** The same at one stroke: where it is to be one step of undo, no pause may make two of it. */
export async function putIn(page: Page, fieldId: string, text: string): Promise<void> {
  await goToEnd(page, fieldId)
  await page.keyboard.insertText(text)
}

/** The caret into a field, behind its last word. */
export async function goToEnd(page: Page, fieldId: string): Promise<void> {
  await goInto(field(page, fieldId))
  await page.keyboard.press('ControlOrMeta+End')
}

/** Clicks on a text, and waits for what a person waits for: the caret. */
export async function goInto(text: Locator): Promise<void> {
  await text.click()
  await expect(text).toBeFocused()
}

/** The network goes, and the page has noticed: what is written from now on waits here. */
export async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await expect(saveLine(page)).toHaveAttribute('data-state', 'saved-on-device')
}

/** Waits until the page says that everything is on the school's server. */
export async function savedAtSchool(page: Page): Promise<void> {
  await expect(saveLine(page)).toHaveText(/Lagret på skolen/)
}

/** Where the page says the words are. */
export function saveLine(page: Page): Locator {
  return page.getByRole('banner').locator('[data-state]')
}

/** The action whose words hold these, as a row or as a card. */
export function action(page: Page, title: string): Locator {
  return page.getByRole('article').filter({ hasText: title })
}

/** A part of the plan: 'models'. */
export function section(page: Page, sectionId: string): Locator {
  return page.locator(`[data-section-id="${sectionId}"]`)
}

/** Opens an action's row into its card. */
export async function openAction(page: Page, title: string): Promise<Locator> {
  await action(page, title).getByRole('heading').getByRole('button', { name: title }).click()
  return action(page, title)
}

/** The content hash of what the server holds, read through this person's session. */
export async function hashAtSchool(page: Page): Promise<string> {
  const reply = await page.request.get(new URL(`/api/plans/${planIdOf(page)}`, page.url()).href)
  expect(reply.ok()).toBe(true)
  return ((await reply.json()) as PlanDocument).contentHash
}

/** The content hash of what this browser holds: all rows of its own store, read anew. */
export async function hashOnDevice(page: Page): Promise<string> {
  const rows = await page.evaluate(async (planId) => {
    const databases = await indexedDB.databases()
    const name = databases.map((database) => database.name ?? '').find((it) => it.endsWith(planId))
    if (name === undefined) throw new Error('this browser keeps no copy')
    const opening = indexedDB.open(name)
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('cannot open')))
    })
    const reading = database.transaction('updates').objectStore('updates').getAll()
    const updates = await new Promise<Uint8Array[]>((resolve) => {
      reading.addEventListener('success', () => resolve(reading.result as Uint8Array[]))
    })
    database.close()
    return updates.map((update) => [...update])
  }, planIdOf(page))

  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, Uint8Array.from(row))
  const { plan } = readPlan(doc, etwinningSchoolV1)
  return createHash('sha256').update(canonicalPlan(plan)).digest('hex')
}

/** All of them and the server hold the same content. */
export async function expectSameContent(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await savedAtSchool(page)
  await expect(async () => {
    const [first] = pages
    if (!first) throw new Error('no page')
    const atSchool = await hashAtSchool(first)
    for (const page of pages) expect(await hashOnDevice(page)).toBe(atSchool)
  }).toPass({ timeout: 15_000 })
}

/** Opens the menu that holds the bar's buttons on a narrow window. @returns false on a wide one. */
export async function openMore(page: Page): Promise<boolean> {
  await expect(saveLine(page)).toBeVisible()
  const more = page.getByRole('button', { name: 'Mer', exact: true })
  if (!(await more.isVisible())) return false
  await more.click()
  return true
}

/** Opens the sharing of the plan. */
export async function openSharing(page: Page): Promise<void> {
  if (await openMore(page)) await page.getByRole('menuitem', { name: 'Del' }).click()
  else await page.getByRole('button', { name: 'Del', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

/** Waits until a menu is open and hears the keys. */
export async function menuTakesKeys(page: Page): Promise<void> {
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toBeVisible()
}

/** What was opened by the list of all commands, and the box one types in. */
export interface Palette {
  readonly dialog: Locator
  readonly search: Locator
}

/** Opens the list of all commands, by its key. */
export async function openPalette(page: Page): Promise<Palette> {
  const dialog = page.getByRole('dialog', { name: 'Alle kommandoer' })
  const search = dialog.getByRole('textbox').or(dialog.getByRole('combobox'))
  // Before the plan is there, its keys are not.
  await expect(saveLine(page)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(search).toBeFocused()
  return { dialog, search }
}

/**
 * Runs a command from the list of all of them.
 *
 * @param typed when it is not the words themselves.
 */
export async function runCommand(page: Page, words: string, typed = words): Promise<void> {
  const { dialog, search } = await openPalette(page)
  await search.fill(typed)
  await expect(dialog.getByRole('menuitem').first()).toContainText(words)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

/**
 * Waits until the device keeps the program itself, and what keeps it answers for the server: from
 * then on it opens without.
 */
export async function pagesKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const isKept = (await caches.match('/index.html')) !== undefined
        const registration = await navigator.serviceWorker.getRegistration()
        return isKept && registration?.active?.state === 'activated'
      }),
    )
    .toBe(true)
}

/** The first visit to a plan that a page tells of from now on, once the server knows of it. */
export function visitOn(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.on('response', (reply) => {
      if (/\/api\/plans\/\w+\/visit$/.test(reply.url())) resolve()
    })
  })
}

/** The plan's id, from the address. */
export function planIdOf(page: Page): string {
  return /\/plans\/([^/?#]+)/.exec(page.url())?.[1] ?? ''
}
