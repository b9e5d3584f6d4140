/**
 * What a log in a database keeps in its tables (UL11, UL19 and UL21 of server/sync/SPEC.md),
 * looked at from beside it; whichever engine.
 */
import { sql, type Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Tables } from '../../server/storage/schema.ts'
import type { NewUpdate, UpdateLog } from '../../server/sync/update-log.ts'
import type { PlanId } from '../../shared/ids.ts'
import { HISTORY_STATE_ROWS } from '../../shared/protocol/limits.ts'

export interface StoredLogUnderTest {
  readonly log: UpdateLog
  /** The same database, on a connection of its own. */
  readonly db: Kysely<Tables>
  /** Makes a plan of this id, empty. */
  addPlan(planId: string): Promise<void>
}

/** @param open empty each time; whoever opens it closes it. */
export function describeStoredLog(name: string, open: () => Promise<StoredLogUnderTest>): void {
  describe(name, () => {
    let opened: StoredLogUnderTest
    const log = () => opened.log
    const count = async (table: 'plan_update' | 'plan_history' | 'plan_history_state') => {
      const all = opened.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows'))
      return (await all.executeTakeFirstOrThrow()).rows
    }
    const write = (planId: string, rows: number) =>
      log().append([{ planId, updates: Array.from({ length: rows }, (_, at) => update(at % 256)) }])
    const checkpoints = async (...seqs: readonly number[]) => {
      for (const [index, seq] of seqs.entries()) {
        const facts = { seq, previousSeq: seqs[index - 1] ?? 0, timeMs: 5 }
        await log().addCheckpoint('p', { ...facts, bytes: Uint8Array.of(index) })
      }
    }

    beforeEach(async () => {
      opened = await open()
      await opened.addPlan('p')
    })

    it('writes down when the plan was changed, by whom and with which client ids', async () => {
      await write('p', 1)

      const plan = opened.db.selectFrom('plan').select(['head', 'changed_at_ms'])
      expect(await plan.execute()).toEqual([{ head: 1, changed_at_ms: 77 }])
      const rows = opened.db.selectFrom('plan_update').select(['time_ms', 'user_id', 'client_ids'])
      expect(await rows.execute()).toEqual([{ time_ms: 77, user_id: null, client_ids: '[1,2]' }])
    })

    it('[UL11] says storage-unavailable and stores nothing of a batch that the database refuses', async () => {
      await opened.addPlan('q')
      // The second plan's row cannot be written: its number is taken.
      await opened.db
        .insertInto('plan_update')
        .values({
          plan_id: 'q' as PlanId,
          seq: 1,
          time_ms: 0,
          user_id: null,
          client_ids: '[]',
          bytes: Uint8Array.of(0),
        })
        .execute()

      const appending = log().append([
        { planId: 'p', updates: [update(1)] },
        { planId: 'q', updates: [update(2)] },
      ])

      await expect(appending).rejects.toMatchObject({ code: 'storage-unavailable' })
      const nothing = { epoch: 1, head: 0, checkpoint: null, updates: [], owners: new Map() }
      expect(await log().load('p')).toEqual(nothing)
      await opened.db.deleteFrom('plan_update').execute()
      expect(await write('q', 1)).toEqual([{ kind: 'stored', first: 1 }])
    })

    it('keeps the latest two checkpoints and no more', async () => {
      await write('p', 3)
      await checkpoints(1, 2, 3)

      const kept = opened.db.selectFrom('plan_checkpoint').select('seq').orderBy('seq')
      expect(await kept.execute()).toEqual([{ seq: 2 }, { seq: 3 }])
    })

    it('[UL21] has each row in one place, the table or a block, and never in neither', async () => {
      await write('p', 50)
      await checkpoints(40)
      const before = await log().readHistory('p', { after: 0, limit: 99 })
      // Row 17 cannot go while somebody points at it.
      await sql`create table pointer (plan_id text, seq bigint,
        foreign key (plan_id, seq) references plan_update (plan_id, seq))`.execute(opened.db)
      await sql`insert into pointer (plan_id, seq) values ('p', 17)`.execute(opened.db)

      await expect(log().packHistory('p', 1)).rejects.toMatchObject({ code: 'storage-unavailable' })
      const afterFailure = [await count('plan_update'), await count('plan_history')]
      await sql`drop table pointer`.execute(opened.db)
      await log().packHistory('p', 1)

      expect(afterFailure).toEqual([50, 0])
      expect([await count('plan_update'), await count('plan_history')]).toEqual([10, 1])
      expect(await log().readHistory('p', { after: 0, limit: 99 })).toEqual(before)
    })

    it('[UL21] packs nothing when a row is missing', async () => {
      await write('p', 9)
      await checkpoints(9)
      await opened.db.deleteFrom('plan_update').where('seq', '=', 4).execute()

      await expect(log().packHistory('p', 1)).rejects.toMatchObject({ code: 'storage-unavailable' })

      expect([await count('plan_update'), await count('plan_history')]).toEqual([8, 0])
    })

    it('[UL19] keeps a state every 20,000 updates, where old moments begin', async () => {
      await write('p', HISTORY_STATE_ROWS * 2 + 20)
      const half = HISTORY_STATE_ROWS
      await checkpoints(10, half - 1, half, half + 5, 2 * half - 1, 2 * half, 2 * half + 9)

      const begins = [half - 1, half, half + 7, 2 * half, 2 * half + 20].map((seq) =>
        log().readMoment('p', seq),
      )

      const states = (await Promise.all(begins)).map((moment) => moment?.state?.seq ?? 0)
      expect(states).toEqual([0, half, half, 2 * half, 2 * half + 9])
      expect(await count('plan_history_state')).toBe(1)
    })
  })
}

function update(value: number): NewUpdate {
  return { timeMs: 77, userId: null, clientIds: [1, 2], bytes: Uint8Array.of(value) }
}
