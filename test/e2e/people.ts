/**
 * Playwright's `test` with the program running and people who come in by the
 * door of the example school, each in a browser profile of their own. Whatever a
 * test opened or started is gone when the next one begins.
 */
import { rmSync } from 'node:fs'
import {
  test as base,
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test'
import type { Role } from '../../shared/access/policy.ts'
import type { Demo } from '../../shared/api/demo.ts'
import { createProgram, type Program } from '../support/program.ts'
import { visitOn } from './plan-page.ts'

export interface Person {
  readonly name: string
  readonly page: Page
  /** The server knows of it: the page tells when it has time. It ends when the plan is left. */
  readonly visit: Promise<void>
}

interface Fixtures {
  /** A fresh example school, made for this test. */
  readonly example: Demo
  /** Lets the n-th person of a role in (0 = first), on the plan page, ready to write or read. */
  readonly enter: (role: Role, n?: number) => Promise<Person>
  /** Starts a program of the test's own, which it may kill; with nothing in it. */
  readonly startProgram: (env?: Record<string, string>) => Promise<Program>
  /** Closes every page that the test left open: it would go on asking a server that may be gone. */
  readonly closePages: void
}

export const test = base.extend<Fixtures, { readonly program: Program }>({
  program: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
    async ({}, provide) => {
      const program = await createProgram({ CAPS: 'bench' })
      await program.start()
      await provide(program)
      await removeProgram(program)
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
  startProgram: async ({}, provide) => {
    const programs: Program[] = []
    await provide(async (env) => {
      const program = await createProgram(env)
      programs.push(program)
      await program.start()
      return program
    })
    for (const program of programs) await removeProgram(program)
  },
  // After the programs, and so ended before them.
  closePages: [
    async ({ browser, startProgram: _startProgram }, provide) => {
      await provide()
      for (const context of browser.contexts()) await context.close()
    },
    { auto: true },
  ],
  example: async ({ program }, provide) => {
    await provide(await program.newExample())
  },
  enter: async ({ browser, example }, provide) => {
    await provide((role, n = 0) => letIn(browser, example, role, n))
  },
})

export { expect }

/** Opens the sign-in link of one of the example's people in a new profile. */
export async function letIn(
  browser: Browser,
  example: Demo,
  role: Role,
  n = 0,
  device: BrowserContextOptions = {},
): Promise<Person> {
  const person = example.people.filter((candidate) => candidate.role === role)[n]
  if (!person) throw new Error(`the example has no ${role} number ${n}`)
  const context = await browser.newContext(device)
  const page = await context.newPage()
  const visit = visitOn(page)
  await page.goto(person.signInUrl)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return { name: person.name, page, visit }
}

async function removeProgram(program: Program): Promise<void> {
  await program.stop()
  rmSync(program.dataFolder, { recursive: true, force: true })
}
