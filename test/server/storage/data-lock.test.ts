import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDataFolder } from '../../../server/storage/data-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samplan-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('lets one at a time hold a folder, and the next one when it is let go', () => {
  const release = lockDataFolder(folder)

  expect(release).not.toBeNull()
  expect(lockDataFolder(folder)).toBeNull()

  release?.()
  const next = lockDataFolder(folder)
  expect(next).not.toBeNull()
  next?.()
})
