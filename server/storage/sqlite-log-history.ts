/**
 * The older part of the log in SQLite: packed into blocks, read back, and the plan's
 * states in between. Runs on the log's own connection, in its thread.
 *
 * An acknowledged row is either in plan_update or in plan_history, never in neither: a
 * block is read back and compared before the rows go, and both happen in one
 * transaction. Packed rows are those up to the last block's; the others begin after it.
 */
import type { StatementSync } from 'node:sqlite'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { HISTORY_BLOCK_ROWS, HISTORY_STATE_ROWS } from '../../shared/protocol/limits.ts'
import { rowsOfBlock, unpackRows } from '../sync/history-block.ts'
import type { HistoryBlock, HistoryRow, StoredMoment, StoredUpdate } from '../sync/update-log.ts'
import { historyRow, packAndCompare, storedUpdate } from './packed-rows.ts'

export interface LogConnection {
  readonly sql: (text: string) => StatementSync
  readonly transaction: <Result>(begin: 'begin' | 'begin immediate', work: () => Result) => Result
  /** @throws Failure 'plan-not-found'. */
  readonly head: (planId: string) => number
}

const COLUMNS = 'seq, time_ms, user_id, client_ids, bytes'

export function createLogHistory({ sql, transaction, head }: LogConnection) {
  const numberOf = (query: string, planId: string) =>
    Number(sql(query).get({}, planId)?.['seq'] ?? 0)
  const packedTo = (planId: string) =>
    numberOf('select max(last_seq) as seq from plan_history where plan_id = ?', planId)
  const checkpointSeq = (planId: string) =>
    numberOf('select max(seq) as seq from plan_checkpoint where plan_id = ?', planId)

  const blocksWithin = (planId: string, after: number, upTo: number): readonly HistoryBlock[] =>
    sql(
      `select first_seq, last_seq, bytes from plan_history
       where plan_id = ? and last_seq > ? and first_seq <= ? order by last_seq`,
    )
      .all({}, planId, after, upTo)
      .map((row) => ({
        first: Number(row['first_seq']),
        last: Number(row['last_seq']),
        bytes: row['bytes'] as Uint8Array,
      }))

  const looseRows = (planId: string, after: number, upTo: number, limit: number) =>
    sql(
      `select ${COLUMNS} from plan_update where plan_id = ? and seq > ? and seq <= ? order by seq limit ?`,
    )
      .all({}, planId, after, upTo, limit)
      .map(historyRow)

  /** The oldest rows that are not packed: as many as make a block. */
  const rowsToPack = (planId: string, after: number, upTo: number) => {
    const sizes = sql(
      'select length(bytes) as size from plan_update where plan_id = ? and seq > ? and seq <= ? order by seq limit ?',
    )
      .all({}, planId, after, upTo, HISTORY_BLOCK_ROWS + 1)
      .map((row) => Number(row['size']))
    return looseRows(planId, after, upTo, rowsOfBlock(sizes))
  }

  const packHistory = (planId: string, atLeast: number): number => {
    head(planId)
    const [after, upTo] = [packedTo(planId), checkpointSeq(planId)]
    // Only this thread writes these tables: what is read here is still so below.
    const rows = rowsToPack(planId, after, upTo)
    if (rows.length === 0 || (rows.length < atLeast && after + rows.length === upTo)) return 0
    const last = after + rows.length
    const bytes = packAndCompare(planId, after + 1, rows)
    return transaction('begin immediate', () => {
      sql('insert into plan_history (plan_id, first_seq, last_seq, bytes) values (?, ?, ?, ?)').run(
        {},
        planId,
        after + 1,
        last,
        bytes,
      )
      const { changes } = sql('delete from plan_update where plan_id = ? and seq <= ?').run(
        {},
        planId,
        last,
      )
      if (Number(changes) !== rows.length) {
        throw new Error(`${planId}: packed ${rows.length} rows, ${changes} would go`)
      }
      return rows.length
    })
  }

  /** Whole blocks first, then loose rows; `limit` counts rows. */
  const readHistory = (
    planId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): readonly HistoryRow[] =>
    transaction('begin', () => {
      head(planId)
      const rows: HistoryRow[] = []
      let reached = after
      while (rows.length < limit) {
        const [block] = blocksWithin(planId, reached, reached + 1)
        if (!block) break
        rows.push(...unpackRows(block.bytes, block.first).filter(({ seq }) => seq > reached))
        reached = block.last
      }
      const missing = Math.max(0, limit - rows.length)
      rows.push(...looseRows(planId, reached, Number.MAX_SAFE_INTEGER, missing))
      return rows.slice(0, limit)
    })

  const readMoment = (planId: string, seq: number): StoredMoment | null =>
    transaction('begin', () => {
      if (seq < 0 || seq > head(planId)) return null
      const state = stateBefore(planId, seq)
      const from = state?.seq ?? 0
      const blocks = blocksWithin(planId, from, seq)
      const reached = Math.max(from, packedTo(planId))
      const updates = sql(
        'select seq, bytes from plan_update where plan_id = ? and seq > ? and seq <= ? order by seq',
      )
        .all({}, planId, reached, seq)
        .map(storedUpdate)
      return { seq, state, blocks, updates }
    })

  const stateBefore = (planId: string, seq: number): StoredUpdate | null => {
    const latest = (table: string) =>
      sql(
        `select seq, bytes from ${table} where plan_id = ? and seq <= ? order by seq desc limit 1`,
      ).get({}, planId, seq)
    const checkpoint = latest('plan_checkpoint')
    if (checkpoint) return storedUpdate(checkpoint)
    const state = latest('plan_history_state')
    if (!state) return null
    return { seq: Number(state['seq']), bytes: zstdDecompressSync(state['bytes'] as Uint8Array) }
  }

  /** Lets go of checkpoints before this one, and keeps for the history one in HISTORY_STATE_ROWS. Within a transaction. */
  const retireCheckpoints = (planId: string, before: number): void => {
    const old = sql(
      'select seq, bytes from plan_checkpoint where plan_id = ? and seq < ? order by seq',
    )
      .all({}, planId, before)
      .map(storedUpdate)
    for (const { seq, bytes } of old) {
      const kept = numberOf(
        'select max(seq) as seq from plan_history_state where plan_id = ?',
        planId,
      )
      if (seq - kept < HISTORY_STATE_ROWS) continue
      sql('insert into plan_history_state (plan_id, seq, bytes) values (?, ?, ?)').run(
        {},
        planId,
        seq,
        zstdCompressSync(bytes),
      )
    }
    sql('delete from plan_checkpoint where plan_id = ? and seq < ?').run({}, planId, before)
  }

  /** From the latest numbers alone: no row is counted. */
  const plansToPack = (atLeast: number, limit: number): readonly string[] =>
    sql(
      `select plan_id from plan_checkpoint c group by plan_id
       having max(seq) - coalesce((select max(last_seq) from plan_history h where h.plan_id = c.plan_id), 0) >= ?
       limit ?`,
    )
      .all({}, atLeast, limit)
      .map((row) => String(row['plan_id']))

  return { packHistory, readHistory, readMoment, retireCheckpoints, plansToPack, blocksWithin }
}
