/**
 * Checkpoints, and packing the older part of the log, in Postgres; on the connection
 * that writes.
 *
 * An acknowledged row is either in plan_update or in plan_history, never in neither: a
 * block is read back and compared before the rows go, and both happen in one
 * transaction.
 */
import { zstdCompressSync } from 'node:zlib'
import type { Client } from 'pg'
import { HISTORY_BLOCK_ROWS, HISTORY_STATE_ROWS } from '../../shared/protocol/limits.ts'
import { rowsOfBlock } from '../sync/history-block.ts'
import type { HistoryRow, NewCheckpoint } from '../sync/update-log.ts'
import { historyRow, packAndCompare, type Row, storedUpdate } from './packed-rows.ts'
import { headOf } from './postgres-log-append.ts'
import { inTransaction } from './postgres-transaction.ts'

/** As UpdateLog has it. */
export function addCheckpoint(
  client: Client,
  planId: string,
  { seq, previousSeq, timeMs, bytes }: NewCheckpoint,
): Promise<'stored' | 'checkpoint-moved'> {
  return inTransaction(client, 'write', async () => {
    const head = await headOf(client, planId, 'for no key update')
    if ((await checkpointSeq(client, planId)) !== previousSeq) return 'checkpoint-moved'
    if (seq <= previousSeq || seq > head) return 'checkpoint-moved'
    await client.query(
      'insert into plan_checkpoint (plan_id, seq, time_ms, bytes) values ($1, $2, $3, $4)',
      [planId, seq, timeMs, bytes],
    )
    await retireCheckpoints(client, planId, previousSeq)
    return 'stored'
  })
}

/** As UpdateLog has it. */
export function packHistory(client: Client, planId: string, atLeast: number): Promise<number> {
  return inTransaction(client, 'write', async () => {
    await headOf(client, planId, 'for no key update')
    const after = await numberOf(
      client,
      'select max(last_seq) as seq from plan_history where plan_id = $1',
      planId,
    )
    const upTo = await checkpointSeq(client, planId)
    const rows = await rowsToPack(client, planId, after, upTo)
    if (rows.length === 0 || (rows.length < atLeast && after + rows.length === upTo)) return 0
    const last = after + rows.length
    await client.query(
      'insert into plan_history (plan_id, first_seq, last_seq, bytes) values ($1, $2, $3, $4)',
      [planId, after + 1, last, packAndCompare(planId, after + 1, rows)],
    )
    const { rowCount } = await client.query(
      'delete from plan_update where plan_id = $1 and seq <= $2',
      [planId, last],
    )
    if (rowCount !== rows.length) {
      throw new Error(`${planId}: packed ${rows.length} rows, ${rowCount} would go`)
    }
    return rows.length
  })
}

/** From the latest numbers alone: no row is counted. */
export async function plansToPack(
  client: Client,
  atLeast: number,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ plan_id: string }>(
    `select plan_id from plan_checkpoint c group by plan_id
     having max(seq) - coalesce((select max(last_seq) from plan_history h where h.plan_id = c.plan_id), 0) >= $1
     limit $2`,
    [atLeast, limit],
  )
  return rows.map(({ plan_id }) => plan_id)
}

/** The oldest rows that are not packed: as many as make a block. */
async function rowsToPack(
  client: Client,
  planId: string,
  after: number,
  upTo: number,
): Promise<readonly HistoryRow[]> {
  const sizes = await client.query<{ size: number }>(
    `select octet_length(bytes) as size from plan_update
     where plan_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
    [planId, after, upTo, HISTORY_BLOCK_ROWS + 1],
  )
  const { rows } = await client.query<Row>(
    `select seq, time_ms, user_id, client_ids, bytes from plan_update
     where plan_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
    [planId, after, upTo, rowsOfBlock(sizes.rows.map(({ size }) => size))],
  )
  return rows.map(historyRow)
}

/** Lets go of checkpoints before this one, and keeps for the history one in HISTORY_STATE_ROWS. */
async function retireCheckpoints(client: Client, planId: string, before: number): Promise<void> {
  const { rows } = await client.query<Row>(
    'select seq, bytes from plan_checkpoint where plan_id = $1 and seq < $2 order by seq',
    [planId, before],
  )
  for (const { seq, bytes } of rows.map(storedUpdate)) {
    const kept = await numberOf(
      client,
      'select max(seq) as seq from plan_history_state where plan_id = $1',
      planId,
    )
    if (seq - kept < HISTORY_STATE_ROWS) continue
    await client.query('insert into plan_history_state (plan_id, seq, bytes) values ($1, $2, $3)', [
      planId,
      seq,
      zstdCompressSync(bytes),
    ])
  }
  await client.query('delete from plan_checkpoint where plan_id = $1 and seq < $2', [
    planId,
    before,
  ])
}

function checkpointSeq(client: Client, planId: string): Promise<number> {
  return numberOf(client, 'select max(seq) as seq from plan_checkpoint where plan_id = $1', planId)
}

async function numberOf(client: Client, query: string, planId: string): Promise<number> {
  const { rows } = await client.query<{ seq: number | null }>(query, [planId])
  return rows[0]?.seq ?? 0
}
