/** What a person does on the plan page, and what a test may ask it and the server. */
import { createHash } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import * as Y from 'yjs'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { canonicalPlan } from '../../shared/plan/canonical-plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'

/** The text box of a field of the template: 'leadership.today'. */
export function field(page: Page, fieldId: string): Locator {
  return page.locator(`[data-field-id="${fieldId}"]`).getByRole('textbox')
}

/** Clicks behind the last word of a field and types. */
export async function writeIn(page: Page, fieldId: string, text: string): Promise<void> {
  await goToEnd(page, fieldId)
  await page.keyboard.type(text)
}

/** The caret into a field, behind its last word. */
export async function goToEnd(page: Page, fieldId: string): Promise<void> {
  await field(page, fieldId).click()
  await expect(field(page, fieldId)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
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

/** Waits until the device keeps the program itself: from then on it opens without the server. */
export async function pagesKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/index.html')) !== undefined))
    .toBe(true)
}

/** The plan's id, from the address. */
export function planIdOf(page: Page): string {
  return /\/plans\/([^/?#]+)/.exec(page.url())?.[1] ?? ''
}
