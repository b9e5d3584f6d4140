/** Which files in the folder of backups are kept, and which are removed. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  backupName,
  removeOldBackups,
  safetyName,
} from '../../../server/commands/backups-folder.ts'
import { createCommandLine } from '../../support/command-line.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const START_MS = Date.UTC(2027, 0, 1)

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samplan-backups-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const days = [0, 1, 2].map((day) => START_MS + day * DAY_MS)
const write = (name: string) => writeFileSync(join(folder, name), '')

it('the latest backups stay, and as many of what restores put aside; nothing else is touched', () => {
  for (const dayMs of days) {
    write(backupName(dayMs))
    write(safetyName(dayMs))
  }
  const others = ['before-restore-notes.txt', 'kept.db', 'samplan-2026.db']
  for (const name of others) write(name)

  const removed = removeOldBackups(folder, 2)

  expect(removed).toHaveLength(2)
  const latest = days.slice(1).flatMap((dayMs) => [backupName(dayMs), safetyName(dayMs)])
  expect(readdirSync(folder).toSorted()).toEqual([...others, ...latest].toSorted())
})

it('a copy of a database that could not be opened goes with what SQLite had beside it', () => {
  for (const dayMs of days) write(safetyName(dayMs))
  write(`${safetyName(START_MS)}-wal`)

  removeOldBackups(folder, 1)

  expect(readdirSync(folder)).toEqual([safetyName(days[2] ?? 0)])
})

it('samplan backup --keep says all that is gone', { timeout: 30_000 }, async () => {
  const line = await createCommandLine('sqlite')
  await line.run('create-school', '--name', 'Lyngnes', '--coordinator', 'Ingrid')
  const backups = join(line.folder, 'backups')
  mkdirSync(backups)
  for (const dayMs of days) writeFileSync(join(backups, safetyName(dayMs)), '')

  const said = await line.run('backup', '--keep', '1')

  expect(said.out).toContain('Older backups removed: 2.')
  line.remove()
})
