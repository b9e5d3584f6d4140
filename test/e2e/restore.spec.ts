/**
 * The school's data are lost and come back from a backup. A browser that had more, saved
 * at school and all, keeps it, shows it, and puts it back; nothing is merged by itself.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../support/program.ts'
import { ROOT } from '../support/source-files.ts'
import { expectAccessible } from './accessible.ts'
import { expect, letIn, test } from './people.ts'
import { field, savedAtSchool, writeIn } from './plan-page.ts'

const FIELD = 'leadership.today'

test('what was saved after the backup is set aside, and put back by whoever had it', async ({
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  const backup = join(program.dataFolder, 'backup.db')
  const example = await program.newExample()
  const amina = await letIn(browser, example, 'teacher', 0)
  await writeIn(amina.page, FIELD, ' Før kopien.')
  await savedAtSchool(amina.page)
  samplan(program, 'backup', '--to', backup)
  await writeIn(amina.page, FIELD, ' Etter kopien.')
  await savedAtSchool(amina.page)

  await program.kill()
  for (const end of ['', '-wal', '-shm']) {
    rmSync(join(program.dataFolder, `samplan.db${end}`), { force: true })
  }
  samplan(program, 'restore', backup)
  await program.start()

  // In the open window, without a reload.
  const title = 'Planen slik denne enheten hadde den, er lagt til side'
  const notice = amina.page.getByRole('region', { name: title })
  await expect(notice).toBeVisible({ timeout: 30_000 })
  await expect(field(amina.page, FIELD)).toContainText('Før kopien.')
  await expect(field(amina.page, FIELD)).not.toContainText('Etter kopien.')
  await expect(notice).toContainText('Etter kopien.')
  await expectAccessible(amina.page)
  await notice.getByRole('button', { name: 'Sett tilbake' }).click()
  await savedAtSchool(amina.page)
  await amina.page.reload()
  await expect(field(amina.page, FIELD)).toContainText('Etter kopien.')
})

function samplan(program: Program, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['server/cli.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: program.dataFolder, PORT: new URL(program.url).port },
  })
  expect([status, stderr]).toEqual([0, ''])
}
