/**
 * Playwright's `test` with the program running and people who come in by the
 * door of the example school, each in a browser profile of their own.
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

export interface Person {
  readonly name: string
  readonly page: Page
}

interface Fixtures {
  /** A fresh example school, made for this test. */
  readonly example: Demo
  /** Lets the n-th person of a role in (0 = first), on the plan page, ready to write or read. */
  readonly enter: (role: Role, n?: number) => Promise<Person>
}

export const test = base.extend<Fixtures, { readonly program: Program }>({
  program: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
    async ({}, provide) => {
      const program = await createProgram({ CAPS: 'bench' })
      await program.start()
      await provide(program)
      await program.stop()
      rmSync(program.dataFolder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  example: async ({ program }, provide) => {
    await provide(await program.newExample())
  },
  enter: async ({ browser, example }, provide) => {
    const people: Person[] = []
    await provide(async (role, n = 0) => {
      const person = await letIn(browser, example, role, n)
      people.push(person)
      return person
    })
    for (const { page } of people) await page.context().close()
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
  await page.goto(person.signInUrl)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return { name: person.name, page }
}
