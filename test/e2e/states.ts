/**
 * Every page of the product in every state it has: where the pictures are taken
 * and where axe looks. A state starts from a page of its own kind of person and
 * leads it there as a person would; none depends on another.
 */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test'
import type { Role } from '../../shared/access/policy.ts'
import type { Demo } from '../../shared/api/demo.ts'
import type { Program } from '../support/program.ts'
import { discussionLoaded } from './discuss.ts'
import { field, visitOn } from './plan-page.ts'
import { comfortStates } from './states-comfort.ts'
import { discussStates } from './states-discuss.ts'
import { doorStates } from './states-doors.ts'
import { historyStates } from './states-history.ts'
import { listStates } from './states-list.ts'
import { planStates } from './states-plan.ts'
import { pupilStates } from './states-pupils.ts'
import { schoolStates } from './states-school.ts'
import { troubleStates } from './states-trouble.ts'

export interface Scene {
  readonly page: Page
  /** The server knows that it is in the plan. */
  readonly visit: Promise<void>
  readonly program: Program
  readonly example: Demo
  /** Another person's page, in a profile of their own, there for as long as this one. */
  readonly enter: (person: Demo['people'][number]) => Promise<Page>
}

/** A page that was led into a state. */
export interface OpenState {
  readonly page: Page
  /** What was asked for elsewhere than at the school's own server. */
  readonly foreign: readonly string[]
  readonly close: () => Promise<void>
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

export const STATES: readonly PageState[] = [
  ...listStates,
  ...doorStates,
  ...planStates,
  ...comfortStates,
  ...historyStates,
  ...discussStates,
  ...pupilStates,
  ...schoolStates,
  ...troubleStates,
]

/** A page of a fresh profile, led into the state. */
export async function openState(
  state: PageState,
  options: BrowserContextOptions,
  { browser, program, example }: { browser: Browser; program: Program; example: Demo },
): Promise<OpenState> {
  const contexts: BrowserContext[] = []
  const foreign: string[] = []
  const newPage = async (its: BrowserContextOptions) => {
    const context = await browser.newContext({ locale: 'nb-NO', ...its })
    contexts.push(context)
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== program.url) foreign.push(request.url())
    })
    return context.newPage()
  }
  const page = await newPage(options)
  const visit = visitOn(page)
  const person = example.people.find(({ role }) => role === state.who)
  await page.goto(person?.signInUrl ?? program.url)
  if (person && state.from === 'plan') {
    await field(page, 'leadership.today').or(readable(page)).first().waitFor()
    // What comes when the page has time has come: letters and buttons may stand on others.
    if (person.role !== 'pupil') await discussionLoaded(page)
  }
  if (person && state.from === 'start') await page.goto(program.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const enter = async ({ signInUrl }: Demo['people'][number]) => {
    const other = await newPage({})
    await other.goto(signInUrl)
    return other
  }
  await state.show({ page, visit, program, example, enter })
  return {
    page,
    foreign,
    async close() {
      for (const context of contexts) await context.close()
    },
  }
}

function readable(page: Page) {
  return page.locator('[data-field-id="leadership.today"]')
}
