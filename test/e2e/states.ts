/**
 * Every page of the product in every state it has: where the pictures are taken
 * and where axe looks. A state starts from a page of its own kind of person and
 * leads it there as a person would; none depends on another.
 */
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { Role } from '../../shared/access/policy.ts'
import type { Demo } from '../../shared/api/demo.ts'
import type { Program } from '../support/program.ts'
import { field } from './plan-page.ts'
import { listStates } from './states-list.ts'
import { planStates } from './states-plan.ts'
import { troubleStates } from './states-trouble.ts'

export interface Scene {
  readonly page: Page
  readonly program: Program
  readonly example: Demo
  /** Is the window too narrow for the bar's buttons? Then the More menu has them. */
  readonly isNarrow: boolean
}

export interface PageState {
  /** In file names: 'action-open'. */
  readonly name: string
  /** 'visitor': nobody; else one of the example school's people. */
  readonly who: 'visitor' | Role
  /** Where it begins: the landing page or list, or the example's plan. */
  readonly from: 'start' | 'plan'
  /** Is the whole page looked at, or what the window shows? */
  readonly isLong?: true
  show(scene: Scene): Promise<void>
}

export const STATES: readonly PageState[] = [...listStates, ...planStates, ...troubleStates]

/** A page of a fresh profile, led into the state. Close its context when done. */
export async function openState(
  state: PageState,
  options: BrowserContextOptions,
  { browser, program, example }: { browser: Browser; program: Program; example: Demo },
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO', ...options })
  const page = await context.newPage()
  const person = example.people.find(({ role }) => role === state.who)
  await page.goto(person?.signInUrl ?? program.url)
  if (person && state.from === 'plan')
    await field(page, 'leadership.today').or(readable(page)).first().waitFor()
  if (person && state.from === 'start') await page.goto(program.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const isNarrow = (options.viewport?.width ?? 1440) < 760
  await state.show({ page, program, example, isNarrow })
  return page
}

function readable(page: Page) {
  return page.locator('[data-field-id="leadership.today"]')
}
