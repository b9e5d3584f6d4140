import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePrivate } from '../../../server/storage/private-files.ts'
import { openSqliteStorage } from '../../../server/storage/sqlite-storage.ts'

let folder: string

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'samplan-private-')), 'data')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

async function open(): Promise<Record<string, string>> {
  const storage = await openSqliteStorage(folder)
  if (storage === 'in-use') throw new Error('nobody else has it')
  const modes = readdirSync(folder).map((name) => [name, modeOf(join(folder, name))])
  await storage.close()
  return Object.fromEntries(modes) as Record<string, string>
}

describe('the data folder', () => {
  it('and the files in it are for their owner only', async () => {
    const modes = await open()

    expect(modeOf(folder)).toBe('700')
    expect(modes).toMatchObject({
      'samplan.db': '600',
      'samplan.db-wal': '600',
      'in-use.db': '600',
    })
  })

  it('is so from then on, too, when an earlier version left it open to all', async () => {
    await open()
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'samplan.db'), 0o644)

    expect(await open()).toMatchObject({ 'samplan.db': '600' })
    expect(modeOf(folder)).toBe('700')
  })

  it('is opened though a program that ends takes a file away while it is looked at', async () => {
    await open()
    // As a file that was listed and is gone: what it names is not there.
    symlinkSync(join(folder, 'gone'), join(folder, 'samplan.db-shm'))

    makePrivate(folder, [join(folder, 'samplan.db')])

    expect(modeOf(join(folder, 'samplan.db'))).toBe('600')
  })

  it('that others keep something in stays open, and the files in it do not', async () => {
    writeFileSync(join(folder, 'theirs.txt'), '')
    chmodSync(join(folder, 'theirs.txt'), 0o644)

    expect(await open()).toMatchObject({ 'samplan.db': '600', 'theirs.txt': '644' })
    expect(modeOf(folder)).toBe('755')
  })
})
