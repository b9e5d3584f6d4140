/**
 * The whole log of a plan as it lies in the tables, for whoever looks after it beside a
 * running program: is it gap-free, and what are its bytes? Opens no connection of the log.
 */
import type { Kysely } from 'kysely'
import type { PlanId } from '../../shared/ids.ts'
import { unpackRows } from '../sync/history-block.ts'
import type { Tables } from './schema.ts'

export interface PlanBytes {
  /** Every update, oldest first. */
  readonly updates: readonly Uint8Array[]
  /** The latest checkpoint; null: none. */
  readonly checkpoint: Uint8Array | null
  /** The first number that is missing; null: there is every one from 1 to the head. */
  readonly missing: number | null
}

/** @throws Error when a block of the history cannot be unpacked. */
export async function readPlanBytes(db: Kysely<Tables>, planId: PlanId): Promise<PlanBytes> {
  // The head first: what comes meanwhile is after it.
  const { head } = await db
    .selectFrom('plan')
    .select('head')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const loose = await db
    .selectFrom('plan_update')
    .select(['seq', 'bytes'])
    .where('plan_id', '=', planId)
    .where('seq', '<=', head)
    .orderBy('seq')
    .execute()
  // After the rows, so that what is packed meanwhile is here at least once.
  const blocks = await db
    .selectFrom('plan_history')
    .select(['first_seq', 'bytes'])
    .where('plan_id', '=', planId)
    .orderBy('last_seq')
    .execute()
  const checkpoint = await db
    .selectFrom('plan_checkpoint')
    .select('bytes')
    .where('plan_id', '=', planId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const packed = blocks.flatMap((block) => unpackRows(block.bytes, block.first_seq))
  const bySeq = new Map([...packed, ...loose].map(({ seq, bytes }) => [seq, bytes]))
  const seqs = Array.from({ length: head }, (_row, index) => index + 1)
  return {
    updates: seqs.flatMap((seq) => bySeq.get(seq) ?? []),
    checkpoint: checkpoint?.bytes ?? null,
    missing: seqs.find((seq) => !bySeq.has(seq)) ?? null,
  }
}
