/**
 * The thread that holds the log's own SQLite connection, the one that writes
 * what people wrote.
 *
 * WAL with `synchronous=FULL`: COMMIT returns only after the log file was synced.
 * Knows the tables plan, plan_update, plan_client and plan_checkpoint; what is older is in
 * sqlite-log-history.ts. A plan that is written anew loses its rows in all of TABLES_OF_A_PLAN.
 * node:sqlite takes a first parameter that is an object as named parameters and
 * shifts the rest, hence the `{}` everywhere.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { unpackRows } from '../sync/history-block.ts'
import type {
  Appended,
  NewCheckpoint,
  OwnerChange,
  PlanBatch,
  RewrittenPlan,
  StoredPlan,
  StoredUpdate,
} from '../sync/update-log.ts'
import { answerCalls } from '../workers/worker-calls.ts'
import { bytesOfPlan, type LogAnswers } from './log-in-thread.ts'
import { type PackedBatches, unpackBatches } from './packed-batches.ts'
import { storedUpdate, TABLES_OF_A_PLAN } from './packed-rows.ts'
import { createLogHistory } from './sqlite-log-history.ts'

/** How the connection is set, as SQLite itself says. */
export interface LogSettings {
  readonly journalMode: string
  /** 2 is FULL. */
  readonly synchronous: number
}

/** `synchronous = FULL`, as SQLite numbers it. */
const FULL = 2
/** Repositories write through a connection of their own; theirs take milliseconds. */
const BUSY_TIMEOUT_MS = 5000

const database = new DatabaseSync((workerData as { readonly file: string }).file, {
  enableForeignKeyConstraints: true,
  timeout: BUSY_TIMEOUT_MS,
})
database.exec('pragma journal_mode = wal')
database.exec('pragma synchronous = full')
refuseOtherSettings(settings())

// Prepared when first needed: the tables may come after the connection.
const prepared = new Map<string, StatementSync>()
function sql(text: string): StatementSync {
  const statement = prepared.get(text) ?? database.prepare(text)
  prepared.set(text, statement)
  return statement
}

function transaction<Result>(begin: 'begin' | 'begin immediate', work: () => Result): Result {
  database.exec(begin)
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

const history = createLogHistory({ sql, transaction, head })

/** null when there is no such plan. Takes the numbers and uses them. */
function appendBatch({ planId, updates, owners = [] }: PlanBatch): number | null {
  const head = sql(
    'update plan set head = head + ?, changed_at_ms = coalesce(?, changed_at_ms) where id = ? returning head',
  ).get({}, updates.length, updates.at(-1)?.timeMs ?? null, planId)
  if (!head) return null

  const first = Number(head['head']) - updates.length + 1
  const insert = sql(
    'insert into plan_update (plan_id, seq, time_ms, user_id, client_ids, bytes) values (?, ?, ?, ?, ?, ?)',
  )
  updates.forEach(({ timeMs, userId, clientIds, bytes }, index) =>
    insert.run({}, planId, first + index, timeMs, userId, JSON.stringify(clientIds), bytes),
  )
  for (const change of owners) changeOwners(planId, change)
  return first
}

function changeOwners(planId: string, { userId, claimed, released }: OwnerChange): void {
  const insert = sql(
    'insert into plan_client (plan_id, client_id, user_id) values (?, ?, ?) on conflict do nothing',
  )
  for (const clientId of claimed) insert.run({}, planId, clientId, userId)
  const release = sql(
    'delete from plan_client where plan_id = ? and client_id = ? and user_id is ?',
  )
  for (const clientId of released) release.run({}, planId, clientId, userId)
}

function append(packed: PackedBatches): readonly Appended[] {
  return transaction('begin immediate', () =>
    unpackBatches(packed).map((batch) => {
      const first = appendBatch(batch)
      return first === null ? { kind: 'plan-not-found' } : { kind: 'stored', first }
    }),
  )
}

function appendAt(expectedHead: number, batch: PlanBatch): number | 'head-moved' {
  return transaction('begin immediate', () =>
    head(batch.planId) === expectedHead ? (appendBatch(batch) ?? 'head-moved') : 'head-moved',
  )
}

function head(planId: string): number {
  const row = sql('select head from plan where id = ?').get({}, planId)
  if (!row) throw new Failure('plan-not-found', planId)
  return Number(row['head'])
}

function load(planId: string): StoredPlan {
  return transaction('begin', () => {
    const row = sql(
      'select seq, bytes from plan_checkpoint where plan_id = ? order by seq desc limit 1',
    ).get({}, planId)
    const checkpoint = row ? storedUpdate(row) : null
    return {
      epoch: Number(sql('select epoch from plan where id = ?').get({}, planId)?.['epoch'] ?? 0),
      head: head(planId),
      checkpoint,
      updates: updatesAfter(planId, checkpoint?.seq ?? 0),
      owners: ownersOf(planId),
    }
  })
}

function read(planId: string, after: number): readonly StoredUpdate[] {
  return transaction('begin', () => {
    head(planId)
    return updatesAfter(planId, after)
  })
}

function updatesAfter(planId: string, after: number): readonly StoredUpdate[] {
  const packed = history
    .blocksWithin(planId, after, Number.MAX_SAFE_INTEGER)
    .flatMap(({ bytes, first }) => unpackRows(bytes, first))
    .filter(({ seq }) => seq > after)
    .map(({ seq, bytes }) => ({ seq, bytes }))
  const loose = sql('select seq, bytes from plan_update where plan_id = ? and seq > ? order by seq')
    .all({}, planId, after)
    .map(storedUpdate)
  return [...packed, ...loose]
}

function ownersOf(planId: string): ReadonlyMap<UserId | null, readonly number[]> {
  const rows = sql(
    'select client_id, user_id from plan_client where plan_id = ? order by rowid',
  ).all({}, planId)
  const grouped = Map.groupBy(rows, (row) => row['user_id'] as UserId | null)
  return new Map(
    [...grouped].map(([userId, own]) => [userId, own.map((row) => Number(row['client_id']))]),
  )
}

function addCheckpoint(
  planId: string,
  { seq, previousSeq, timeMs, bytes }: NewCheckpoint,
): 'stored' | 'checkpoint-moved' {
  return transaction('begin immediate', () => {
    const latest = sql('select max(seq) as seq from plan_checkpoint where plan_id = ?').get(
      {},
      planId,
    )
    if (Number(latest?.['seq'] ?? 0) !== previousSeq) return 'checkpoint-moved'
    if (seq <= previousSeq || seq > head(planId)) return 'checkpoint-moved'
    sql('insert into plan_checkpoint (plan_id, seq, time_ms, bytes) values (?, ?, ?, ?)').run(
      {},
      planId,
      seq,
      timeMs,
      bytes,
    )
    history.retireCheckpoints(planId, previousSeq)
    return 'stored'
  })
}

/** What goes is overwritten with zeros, not only let go. */
function rewrite(
  expectedHead: number,
  { planId, update, epoch }: RewrittenPlan,
): 'rewritten' | 'head-moved' {
  database.exec('pragma secure_delete = on')
  try {
    return transaction('begin immediate', () => {
      if (head(planId) !== expectedHead) return 'head-moved'
      for (const table of TABLES_OF_A_PLAN) {
        sql(`delete from ${table} where plan_id = ?`).run({}, planId)
      }
      sql('update plan set head = 0, epoch = ? where id = ?').run({}, epoch, planId)
      const { userId, clientIds } = update
      const owners = [{ userId, claimed: clientIds, released: [] }]
      appendBatch({ planId, updates: [update], owners })
      return 'rewritten'
    })
  } finally {
    database.exec('pragma secure_delete = off')
  }
}

/** Asked of SQLite and not assumed: it takes a pragma that it cannot follow without a word. */
function refuseOtherSettings({ journalMode, synchronous }: LogSettings): void {
  if (journalMode === 'wal' && synchronous === FULL) return
  throw new Error(
    `the log is not durable: journal_mode ${journalMode}, synchronous ${synchronous}; wanted wal and ${FULL}`,
  )
}

function settings(): LogSettings {
  return {
    journalMode: String(database.prepare('pragma journal_mode').get({})?.['journal_mode']),
    synchronous: Number(database.prepare('pragma synchronous').get({})?.['synchronous']),
  }
}

const handlers: LogAnswers<LogSettings> = {
  append,
  appendAt,
  head,
  load,
  read,
  addCheckpoint,
  readHistory: history.readHistory,
  readMoment: history.readMoment,
  packHistory: history.packHistory,
  plansToPack: history.plansToPack,
  rewrite,
  settings,
  close: () => database.close(),
}

answerCalls(parentPort, handlers, { load: bytesOfPlan })
