/** The states in which something is in the way: no connection, no right, nothing there. */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import {
  field,
  goOffline,
  openMore,
  pagesKept,
  planIdOf,
  savedAtSchool,
  writeIn,
} from './plan-page.ts'
import type { PageState, Scene } from './states.ts'

export const troubleStates: readonly PageState[] = [
  {
    name: 'plan-without-connection',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await writeWithoutConnection(scene)
    },
  },
  {
    name: 'plan-opened-without-connection',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await savedAtSchool(page)
      await pagesKept(page)
      await page.context().setOffline(true)
      await page.reload()
      await field(page, 'leadership.today').waitFor()
    },
  },
  {
    name: 'list-without-connection',
    who: 'teacher',
    from: 'start',
    show: async ({ page }) => {
      await pagesKept(page)
      await page.context().setOffline(true)
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'plan-unknown',
    who: 'teacher',
    from: 'plan',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/plans/zzzzzzzzzzzzzzzzzzzz`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'plan-signed-out',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await savedAtSchool(page)
      await page.request.post(new URL('/api/sign-out', page.url()).href, {
        headers: { origin: new URL(page.url()).origin },
      })
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'pdf-failed',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await savedAtSchool(page)
      await page.route(/\/export\/pdf/, (route) => route.abort())
      if (!(await openMore(page))) await page.getByRole('button', { name: 'Eksporter' }).click()
      await page.getByRole('menuitem', { name: /^PDF/ }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Prøv igjen' }).waitFor()
    },
  },
  {
    name: 'set-aside',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      const { page, program } = scene
      await writeWithoutConnection(scene)
      await program.stop()
      startNewEpoch(program.dataFolder, planIdOf(page))
      await program.start()
      await page.context().setOffline(false)
      // Not when the page tries again by itself, which may be a while.
      await page.reload()
      await page.getByRole('heading', { name: /er lagt til side$/ }).waitFor()
    },
  },
]

async function writeWithoutConnection({ page }: Scene): Promise<void> {
  await savedAtSchool(page)
  await goOffline(page)
  await writeIn(page, 'pupils.today', ' Skrevet uten nett.')
  await page.locator('header [data-state="saved-on-device"]').waitFor()
}

/** As a restore from a backup does it. */
function startNewEpoch(dataFolder: string, planId: string): void {
  const database = new DatabaseSync(join(dataFolder, 'samplan.db'))
  database.prepare('update plan set epoch = epoch + 1 where id = ?').run(planId)
  database.close()
}
