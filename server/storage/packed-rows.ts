/** Rows of the log on their way into a block of the history, and as the tables have them; the same for every engine. */
import type { UserId } from '../../shared/ids.ts'
import { packRows, unpackRows } from '../sync/history-block.ts'
import type { HistoryRow, StoredUpdate } from '../sync/update-log.ts'

/** A row as SQL gives it. */
export type Row = Readonly<Record<string, unknown>>

/** All that goes when a plan is written anew. */
export const TABLES_OF_A_PLAN = [
  'plan_update',
  'plan_history',
  'plan_history_state',
  'plan_checkpoint',
  'plan_client',
  'plan_summary',
  'plan_search',
  'plan_version',
  'plan_change',
  'plan_history_read',
  'plan_visit',
] as const

/** A row with `seq` and `bytes`. */
export function storedUpdate(row: Row): StoredUpdate {
  return { seq: Number(row['seq']), bytes: row['bytes'] as Uint8Array }
}

/** A whole row of plan_update. */
export function historyRow(row: Row): HistoryRow {
  return {
    ...storedUpdate(row),
    timeMs: Number(row['time_ms']),
    userId: row['user_id'] as UserId | null,
    clientIds: JSON.parse(String(row['client_ids'])) as number[],
  }
}

/**
 * Packs rows that follow each other from `first` on, and reads them back.
 *
 * @throws Error when they would not come out as they went in.
 */
export function packAndCompare(
  planId: string,
  first: number,
  rows: readonly HistoryRow[],
): Uint8Array {
  const bytes = packRows(rows)
  const unpacked = unpackRows(bytes, first)
  const isAlike =
    unpacked.length === rows.length && rows.every((row, at) => isSame(row, unpacked[at]))
  if (isAlike) return bytes
  throw new Error(`ALARM: the history of ${planId} cannot be packed without a change; nothing was`)
}

function isSame(row: HistoryRow, other: HistoryRow | undefined): boolean {
  if (row.seq !== other?.seq || row.timeMs !== other.timeMs || row.userId !== other.userId) {
    return false
  }
  if (row.clientIds.join() !== other.clientIds.join()) return false
  return Buffer.compare(row.bytes, other.bytes) === 0
}
