/**
 * Reading the log in Postgres, each time as of one moment, on connections beside the
 * one that writes: who opens a plan of megabytes holds up no letter.
 */
import { zstdDecompressSync } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import type { UserId } from '../../shared/ids.ts'
import { unpackRows } from '../sync/history-block.ts'
import type {
  HistoryBlock,
  HistoryRow,
  StoredMoment,
  StoredPlan,
  StoredUpdate,
} from '../sync/update-log.ts'
import { historyRow, type Row, storedUpdate } from './packed-rows.ts'
import { headOf } from './postgres-log-append.ts'
import { inTransaction, isUsableAfter } from './postgres-transaction.ts'
import { ROW_ORDER } from './row-order.ts'

/** @param ready resolves when nothing is on its way into the log but what we know of. */
export function createLogReads(pool: Pool, ready: () => Promise<void>) {
  const atOneMoment = async <Result>(work: (client: PoolClient) => Promise<Result>) => {
    await ready()
    const client = await pool.connect()
    let isBroken = false
    try {
      return await inTransaction(client, 'snapshot', () => work(client))
    } catch (error) {
      isBroken = !isUsableAfter(error)
      throw error
    } finally {
      client.release(isBroken)
    }
  }

  return {
    head: (planId: string): Promise<number> => atOneMoment((client) => headOf(client, planId)),

    load: (planId: string): Promise<StoredPlan> =>
      atOneMoment(async (client) => {
        const head = await headOf(client, planId)
        const [checkpoint = null] = (
          await rowsOf(
            client,
            'select seq, bytes from plan_checkpoint where plan_id = $1 order by seq desc limit 1',
            planId,
          )
        ).map(storedUpdate)
        const updates = await updatesAfter(client, planId, checkpoint?.seq ?? 0)
        const [plan] = await rowsOf(client, 'select epoch from plan where id = $1', planId)
        const epoch = Number(plan?.['epoch'] ?? 0)
        return { epoch, head, checkpoint, updates, owners: await ownersOf(client, planId) }
      }),

    read: (planId: string, after: number): Promise<readonly StoredUpdate[]> =>
      atOneMoment(async (client) => {
        await headOf(client, planId)
        return updatesAfter(client, planId, after)
      }),

    /** Whole blocks first, then loose rows; `limit` counts rows. */
    readHistory: (
      planId: string,
      { after, limit }: { readonly after: number; readonly limit: number },
    ): Promise<readonly HistoryRow[]> =>
      atOneMoment(async (client) => {
        await headOf(client, planId)
        const rows: HistoryRow[] = []
        let reached = after
        while (rows.length < limit) {
          const [block] = await blocksWithin(client, planId, reached, reached + 1)
          if (!block) break
          rows.push(...unpackRows(block.bytes, block.first).filter(({ seq }) => seq > reached))
          reached = block.last
        }
        const loose = await rowsOf(
          client,
          `select seq, time_ms, user_id, client_ids, bytes from plan_update
           where plan_id = $1 and seq > $2 order by seq limit $3`,
          planId,
          reached,
          Math.max(0, limit - rows.length),
        )
        return [...rows, ...loose.map(historyRow)].slice(0, limit)
      }),

    readMoment: (planId: string, seq: number): Promise<StoredMoment | null> =>
      atOneMoment(async (client) => {
        if (seq < 0 || seq > (await headOf(client, planId))) return null
        const state = await stateBefore(client, planId, seq)
        const from = state?.seq ?? 0
        const blocks = await blocksWithin(client, planId, from, seq)
        // What is packed is not in the table any more.
        const updates = await rowsOf(
          client,
          'select seq, bytes from plan_update where plan_id = $1 and seq > $2 and seq <= $3 order by seq',
          planId,
          from,
          seq,
        )
        return { seq, state, blocks, updates: updates.map(storedUpdate) }
      }),
  }
}

async function updatesAfter(
  client: PoolClient,
  planId: string,
  after: number,
): Promise<readonly StoredUpdate[]> {
  const packed = (await blocksWithin(client, planId, after, Number.MAX_SAFE_INTEGER))
    .flatMap(({ bytes, first }) => unpackRows(bytes, first))
    .filter(({ seq }) => seq > after)
    .map(({ seq, bytes }) => ({ seq, bytes }))
  const loose = await rowsOf(
    client,
    'select seq, bytes from plan_update where plan_id = $1 and seq > $2 order by seq',
    planId,
    after,
  )
  return [...packed, ...loose.map(storedUpdate)]
}

async function blocksWithin(
  client: PoolClient,
  planId: string,
  after: number,
  upTo: number,
): Promise<readonly HistoryBlock[]> {
  const rows = await rowsOf(
    client,
    `select first_seq, last_seq, bytes from plan_history
     where plan_id = $1 and last_seq > $2 and first_seq <= $3 order by last_seq`,
    planId,
    after,
    upTo,
  )
  return rows.map((row) => ({
    first: Number(row['first_seq']),
    last: Number(row['last_seq']),
    bytes: row['bytes'] as Uint8Array,
  }))
}

async function stateBefore(
  client: PoolClient,
  planId: string,
  seq: number,
): Promise<StoredUpdate | null> {
  const latest = async (table: 'plan_checkpoint' | 'plan_history_state') => {
    const [row] = await rowsOf(
      client,
      `select seq, bytes from ${table} where plan_id = $1 and seq <= $2 order by seq desc limit 1`,
      planId,
      seq,
    )
    return row ? storedUpdate(row) : null
  }
  const checkpoint = await latest('plan_checkpoint')
  if (checkpoint) return checkpoint
  const state = await latest('plan_history_state')
  return state && { seq: state.seq, bytes: zstdDecompressSync(state.bytes) }
}

/** Oldest first. */
async function ownersOf(client: PoolClient, planId: string): Promise<StoredPlan['owners']> {
  const rows = await rowsOf(
    client,
    `select client_id, user_id from plan_client where plan_id = $1 order by ${ROW_ORDER}`,
    planId,
  )
  const grouped = Map.groupBy(rows, (row) => row['user_id'] as UserId | null)
  return new Map(
    [...grouped].map(([userId, own]) => [userId, own.map((row) => Number(row['client_id']))]),
  )
}

async function rowsOf(
  client: PoolClient,
  query: string,
  ...values: readonly (string | number)[]
): Promise<readonly Row[]> {
  return (await client.query<Row>(query, [...values])).rows
}
