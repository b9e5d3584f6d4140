/**
 * What is done to the data of a backup before they take the place of others: the tables
 * brought up to date, a new epoch for every plan, a line in every trail, and what was
 * taken from people since the backup was made taken from them again. A text that was taken
 * out of a plan since is back: which one it was is written nowhere, only in which plan.
 */
import { type Kysely, sql } from 'kysely'
import type { AuditDeed } from '../../shared/api/audit.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { FormerName } from '../erasure/erasure-store.ts'
import { nextEpoch } from '../sync/epoch.ts'
import { appendAudit } from './append-audit.ts'
import { openDatabase } from './database.ts'
import { createKyselyErasureStore } from './kysely-erasure-store.ts'
import type { Tables } from './schema.ts'

/** What must not come back, as the database that is replaced knows it. */
export interface Remembered {
  /** The latest of its plans; 0: there are none. */
  readonly maxEpoch: number
  readonly sessions: ReadonlySet<string>
  readonly erased: readonly MemberId[]
  /** Out of which plans a text was taken, and the hash of the trail's line that tells it. */
  readonly redacted: readonly { readonly planId: string; readonly hash: string }[]
}

export interface Preparation {
  /** A copy of the backup, which is changed. */
  readonly file: string
  readonly backupMadeAtMs: number | null
  /** null: what there was before is not known. */
  readonly remembered: Remembered | null
  readonly endSessions: boolean
  readonly formerName: FormerName
  readonly nowMs: number
}

export interface Prepared {
  readonly schools: number
  readonly plans: number
  /** People who were erased after the backup was made, and now again. */
  readonly erasedAgain: number
  /** Those who could not be: the only coordinator of their school, as the backup has it. */
  readonly notErased: readonly MemberId[]
  /** Plans in which a text stands again that was taken out since the backup was made. */
  readonly redactedSince: readonly string[]
  /** Was it known who had been erased? Not when the database before was not to be read. */
  readonly knowsWhom: boolean
}

/** The first tells it too, when the program broke before it could tell the outcome. */
const REDACTING: readonly AuditDeed[] = ['plan-redaction-begun', 'plan-redacted']

export async function remember(db: Kysely<Tables>): Promise<Remembered> {
  const { epoch } = await db
    .selectFrom('plan')
    .select(({ fn }) => fn.max<number | null>('epoch').as('epoch'))
    .executeTakeFirstOrThrow()
  const sessions = await db.selectFrom('session').select('token_hash').execute()
  const erased = await db
    .selectFrom('member')
    .select('id')
    .where('erased_at_ms', 'is not', null)
    .execute()
  const redacted = await db
    .selectFrom('audit_entry')
    .select(['object_id as planId', 'hash'])
    .where('deed', 'in', REDACTING)
    .execute()
  return {
    redacted,
    maxEpoch: epoch ?? 0,
    sessions: new Set(sessions.map(({ token_hash }) => token_hash)),
    erased: erased.map(({ id }) => id),
  }
}

/** @throws Error when the tables cannot be brought up to date. */
export async function prepareRestore(preparation: Preparation): Promise<Prepared> {
  const database = await openDatabase(preparation.file)
  try {
    const { db } = database
    const prepared = await prepare(db, preparation)
    // One file again, to be moved or read.
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
    return prepared
  } finally {
    await database.close()
  }
}

async function prepare(
  db: Kysely<Tables>,
  { backupMadeAtMs, remembered, endSessions, formerName, nowMs }: Preparation,
): Promise<Prepared> {
  const plans = await db.selectFrom('plan').select(['id', 'epoch']).execute()
  const known = Math.max(remembered?.maxEpoch ?? 0, ...plans.map(({ epoch }) => epoch))
  const epoch = nextEpoch(known, nowMs)
  await db.updateTable('plan').set({ epoch, restored_epoch: epoch }).execute()
  await dropSessions(db, endSessions ? new Set() : (remembered?.sessions ?? null))

  const redactedSince = await findRedactedSince(db, remembered)
  const schools = await db.selectFrom('school').select('id').execute()
  for (const { id } of schools) {
    await db.transaction().execute((trx) =>
      appendAudit(trx, {
        schoolId: id,
        atMs: nowMs,
        actorId: null,
        deed: 'school-restored',
        objectId: id,
        facts: { madeAtMs: backupMadeAtMs },
      }),
    )
  }
  const erasures = createKyselyErasureStore(db)
  let erasedAgain = 0
  const notErased: MemberId[] = []
  for (const memberId of remembered?.erased ?? []) {
    const by = { memberId: null, atMs: nowMs }
    const { kind } = await erasures.eraseMember(memberId, by, formerName)
    if (kind === 'erased') erasedAgain += 1
    if (kind === 'last-coordinator') notErased.push(memberId)
  }
  const knowsWhom = remembered !== null
  return {
    schools: schools.length,
    plans: plans.length,
    erasedAgain,
    notErased,
    redactedSince,
    knowsWhom,
  }
}

/** Of plans that the backup has: those with a line that its trails do not have. */
async function findRedactedSince(
  db: Kysely<Tables>,
  remembered: Remembered | null,
): Promise<readonly string[]> {
  const told = await db
    .selectFrom('audit_entry')
    .select('hash')
    .where('deed', 'in', REDACTING)
    .execute()
  const known = new Set(told.map(({ hash }) => hash))
  const plans = await db.selectFrom('plan').select('id').execute()
  const isHere = new Set<string>(plans.map(({ id }) => id))
  const since = (remembered?.redacted ?? []).filter(
    ({ planId, hash }) => !known.has(hash) && isHere.has(planId),
  )
  return [...new Set(since.map(({ planId }) => planId))]
}

/** null: all stay. Links to sign in by go in any case: they were for that hour. */
async function dropSessions(db: Kysely<Tables>, kept: ReadonlySet<string> | null): Promise<void> {
  for (const table of ['sign_in_link', 'one_time_link', 'provider_attempt'] as const) {
    await db.deleteFrom(table).execute()
  }
  if (kept === null) return
  const sessions = await db.selectFrom('session').select('token_hash').execute()
  for (const { token_hash } of sessions) {
    if (kept.has(token_hash)) continue
    await db.deleteFrom('session').where('token_hash', '=', token_hash).execute()
  }
}
