/**
 * The engines that everything stored is tested on, and fresh storage on each: a file in
 * a folder of its own, a Postgres database of its own, both copied from one that has the
 * tables already. Postgres is never left out: when there is none, what asks for it fails.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openPostgresStorage } from '../../server/storage/postgres-storage.ts'
import { databaseFile, openSqliteStorage } from '../../server/storage/sqlite-storage.ts'
import type { Storage } from '../../server/storage/storage.ts'

export const ENGINES = ['sqlite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]

/** For what asks for Postgres first and so has to wait until it is started, on a busy machine too. */
export const STARTING_POSTGRES_MS = 30_000

/** What tests that do not choose are run on: TEST_ENGINE=postgres, or else SQLite. */
export function usualEngine(): Engine {
  const wished = process.env['TEST_ENGINE'] ?? 'sqlite'
  const engine = ENGINES.find((candidate) => candidate === wished)
  if (!engine) throw new Error(`TEST_ENGINE is sqlite or postgres, not ${wished}`)
  return engine
}

export interface TestStorage extends Storage {
  /** Opened again after `close`, on what is there. */
  reopen(): Promise<TestStorage>
  /** Takes it away, after `close`. */
  remove(): void
}

/** Fresh storage with the tables in it. */
export async function openTestStorage(engine: Engine = usualEngine()): Promise<TestStorage> {
  if (engine === 'postgres') return openInPostgres(await newPostgresDatabase())
  const folder = newFolder()
  emptyTables ??= makeEmptyTables().catch((error: unknown) => {
    emptyTables = null
    throw error
  })
  writeFileSync(databaseFile(folder), await emptyTables)
  return openInFolder(folder)
}

/** An SQLite file with the tables in it, made once: to make them takes longer than most tests do. */
let emptyTables: Promise<Uint8Array> | null = null

async function makeEmptyTables(): Promise<Uint8Array> {
  const folder = newFolder()
  await opened(await openSqliteStorage(folder)).close()
  const file = readFileSync(databaseFile(folder))
  rmSync(folder, { recursive: true, force: true })
  return file
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'samplan-storage-'))
}

/** The address of a Postgres database of one's own, with the tables in it. */
export async function newPostgresDatabase(): Promise<string> {
  const reply = await fetch(inject('postgresDoor'), { method: 'POST' })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`no Postgres to test with: ${text}`)
  return text
}

/** Storage in this database, opened as the program does. */
export async function openInPostgres(url: string): Promise<TestStorage> {
  const storage = opened(await openPostgresStorage(url))
  // The door that made the database takes it away.
  return { ...storage, reopen: () => openInPostgres(url), remove: () => undefined }
}

/** Storage in this folder, opened as the program does. */
export async function openInFolder(folder: string): Promise<TestStorage> {
  const storage = opened(await openSqliteStorage(folder))
  return {
    ...storage,
    reopen: () => openInFolder(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function opened(storage: Storage | 'in-use'): Storage {
  if (storage === 'in-use') throw new Error('a test before has left its storage open')
  return storage
}
