/**
 * samplan restore: the data of a backup in place of those there are, or of none.
 *
 * Nothing is changed before the backup was looked through and made ready in a file of
 * its own; then it takes its place all at once. What there was is kept as a backup.
 * Every plan begins a new epoch: browsers that were ahead of the backup keep their text.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { formerName } from '../erasure/erase.ts'
import { copyRaw, readBackupFacts, removeDatabase, swapDatabase } from '../storage/backup-file.ts'
import { copyIntoPostgres } from '../storage/backup-postgres.ts'
import { lockDataFolder } from '../storage/data-lock.ts'
import { openDatabaseAsItIs } from '../storage/database.ts'
import {
  prepareRestore,
  type Prepared,
  remember,
  type Remembered,
} from '../storage/prepare-restore.ts'
import { isWithoutSchools } from '../storage/look-round.ts'
import { databaseFile } from '../storage/sqlite-storage.ts'
import type { Storage } from '../storage/storage.ts'
import { writeBackup } from './backup.ts'
import { backupsFolder, makeFolder, safetyName } from './backups-folder.ts'
import { type Command, type CommandContext, CommandProblem, type Given } from './command.ts'
import { isRunning, openAlone } from './open-data.ts'

export const restore: Command = {
  name: 'restore',
  says: 'puts the data of a backup in place; the program must not run',
  words: 'FILE',
  options: {
    replace: { value: null, says: 'also where there are schools; they are kept as a backup first' },
    'end-sessions': { value: null, says: 'signs everybody out, as after a theft' },
  },
  async run(context, given) {
    const { config } = context
    const file = resolve(given.words[0] ?? '')
    // Looked through before anything else is touched.
    readBackupFacts(file)
    const { prepared, safety } =
      config.databaseUrl === null
        ? await intoFolder(context, given, file)
        : await intoPostgres(context, given, file)
    const { schools, plans, erasedAgain, notErased, knowsWhom, redactedSince } = prepared
    return {
      lines: [
        `${schools} schools and ${plans} plans are as they were in ${file}.`,
        ...(safety === null ? [] : [`What there was before is in ${safety}.`]),
        ...(erasedAgain > 0 ? [`Erased again, as they were since: ${erasedAgain} people.`] : []),
        'Start Samplan now. Browsers that were ahead show what they have, to be put back.',
        ...(knowsWhom ? [] : [ERASE_AGAIN, REDACT_AGAIN]),
        ...notErased.map(
          (id) =>
            `Not erased again, being the only coordinator: ${id}. Appoint another, then erase.`,
        ),
        ...redactedSince.map(
          (planId) =>
            `Back again: what was taken out of plan ${planId} since the backup was made. What it was is not kept: take it out again, with samplan redact --plan ${planId}.`,
        ),
      ],
      json: { file, schools, plans, erasedAgain, notErased, redactedSince, safety },
    }
  },
}

const ERASE_AGAIN = 'Erase again whom you have erased since the backup was made.'
const REDACT_AGAIN = 'Take out of plans again what you have redacted since.'

interface Restored {
  readonly prepared: Prepared
  /** Where what there was is kept; null: there was nothing. */
  readonly safety: string | null
}

async function intoFolder(
  context: CommandContext,
  given: Given,
  backupFile: string,
): Promise<Restored> {
  const folder = resolve(context.config.dataDir)
  makeFolder(folder)
  const unlock = lockDataFolder(folder)
  if (!unlock) throw new CommandProblem(isRunning(context.config))
  const fresh = join(folder, 'restoring.db')
  try {
    const before = await keepFolder(context, given, databaseFile(folder))
    const prepared = await prepare(context, given, { backupFile, fresh, ...before })
    await swapDatabase(fresh, databaseFile(folder))
    return { prepared, safety: before.safety }
  } finally {
    removeDatabase(fresh)
    unlock()
  }
}

interface Before {
  readonly remembered: Remembered | null
  readonly safety: string | null
}

const NOTHING: Before = { remembered: null, safety: null }

/** Of a database that cannot be opened any more a plain copy is kept. */
async function keepFolder(context: CommandContext, given: Given, file: string): Promise<Before> {
  if (!existsSync(file)) return NOTHING
  const database = openDatabaseAsItIs(file)
  try {
    const remembered = await remember(database.db).catch(() => null)
    if (remembered && (await isWithoutSchools(database.db))) return NOTHING
    refuseUnlessReplace(given)
    const safety = safetyFile(context)
    try {
      await writeBackup(context.config, database, safety, context.nowMs())
    } catch {
      copyRaw(file, safety)
    }
    return { remembered, safety }
  } finally {
    await database.close()
  }
}

async function intoPostgres(
  context: CommandContext,
  given: Given,
  backupFile: string,
): Promise<Restored> {
  const storage = await openAlone(context.config)
  const work = mkdtempSync(join(tmpdir(), 'samplan-restore-'))
  try {
    const { database } = storage
    const before = (await isWithoutSchools(database.db))
      ? NOTHING
      : await keepPostgres(context, given, storage)
    const fresh = join(work, 'restoring.db')
    const prepared = await prepare(context, given, { backupFile, fresh, ...before })
    await copyIntoPostgres(fresh, database.db)
    return { prepared, safety: before.safety }
  } finally {
    rmSync(work, { recursive: true, force: true })
    await storage.close()
  }
}

async function keepPostgres(
  context: CommandContext,
  given: Given,
  { database }: Storage,
): Promise<Before> {
  refuseUnlessReplace(given)
  const safety = safetyFile(context)
  await writeBackup(context.config, database, safety, context.nowMs())
  return { remembered: await remember(database.db), safety }
}

function prepare(
  { nowMs }: CommandContext,
  given: Given,
  from: Before & { readonly backupFile: string; readonly fresh: string },
): Promise<Prepared> {
  const { backupFile, fresh, remembered } = from
  removeDatabase(fresh)
  copyFileSync(backupFile, fresh)
  return prepareRestore({
    file: fresh,
    backupMadeAtMs: readBackupFacts(fresh).madeAtMs,
    remembered,
    endSessions: given.has('end-sessions'),
    formerName,
    nowMs: nowMs(),
  })
}

function refuseUnlessReplace(given: Given): void {
  if (given.has('replace')) return
  throw new CommandProblem(
    'There are schools here already. With --replace the backup takes their place; they are kept as a backup first.',
  )
}

/** One that is not there: of two restores within a second the first's may be what the second restores. */
function safetyFile({ config, nowMs }: CommandContext): string {
  for (let atMs = nowMs(); ; atMs += 1000) {
    const file = join(backupsFolder(config), safetyName(atMs))
    if (!existsSync(file)) return file
  }
}
