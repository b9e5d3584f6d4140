/** How every UpdateLog keeps the older part of a plan's log (UL16-UL20 of server/sync/SPEC.md). */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { unpackRows } from '../../server/sync/history-block.ts'
import type {
  HistoryRow,
  NewUpdate,
  StoredMoment,
  UpdateLog,
} from '../../server/sync/update-log.ts'
import type { UserId } from '../../shared/ids.ts'
import { HISTORY_BLOCK_BYTES, HISTORY_BLOCK_ROWS } from '../../shared/protocol/limits.ts'
import { propertyRuns, propertyTimeoutMs } from './property-runs.ts'

/** @param openWith a fresh log with these plans, empty. @param addPlan one more in it. */
export function describeHistory(
  openWith: (...planIds: string[]) => Promise<UpdateLog>,
  addPlan: (planId: string) => Promise<void>,
): void {
  it('[UL16] reads all that is known of each update, as many as are asked for', async () => {
    const log = await openWith('p')
    const updates = [1, 2, 3, 4].map(someUpdate)
    await log.append([{ planId: 'p', updates }])
    const rows = numbered(updates)

    expect(await log.readHistory('p', { after: 0, limit: 10 })).toEqual(rows)
    expect(await log.readHistory('p', { after: 1, limit: 2 })).toEqual(rows.slice(1, 3))
    expect(await log.readHistory('p', { after: 4, limit: 2 })).toEqual([])
    const missing = log.readHistory('nobody', { after: 0, limit: 1 })
    await expect(missing).rejects.toMatchObject({ code: 'plan-not-found' })
  })

  it('[UL17] packs up to the latest checkpoint, and nobody who reads sees a difference', async () => {
    const log = await openWith('p', 'q')
    const updates = [1, 2, 3, 4, 5, 6].map(someUpdate)
    await log.append([{ planId: 'p', updates }])
    await log.append([{ planId: 'q', updates: updates.slice(0, 3) }])
    const withoutCheckpoint = await log.packHistory('p', 1)
    await addCheckpoint(log, 4)
    const before = await allReadings(log)

    const packed = [await log.packHistory('p', 1), await log.packHistory('p', 1)]
    await log.append([{ planId: 'p', updates: [someUpdate(7)] }])

    expect([withoutCheckpoint, ...packed]).toEqual([0, 4, 0])
    const rows = numbered([...updates, someUpdate(7)])
    expect(await log.readHistory('p', { after: 2, limit: 3 })).toEqual(rows.slice(2, 5))
    expect(await allReadings(log)).toEqual({
      ...before,
      head: 7,
      history: rows,
      read: rows.map(({ seq, bytes }) => ({ seq, bytes })),
      load: { ...before.load, head: 7, updates: [...before.load.updates, justBytes(rows[6])] },
    })
    expect(await log.read('q', 0)).toHaveLength(3)
  })

  it('[UL23] begins anew with one update, if the head is the expected one', async () => {
    const log = await openWith('p', 'q')
    const updates = [1, 2, 3, 4, 5, 6].map(someUpdate)
    const owners = [{ userId: 'user-1' as UserId, claimed: [12, 3], released: [] }]
    await log.append([{ planId: 'p', updates, owners }])
    await log.append([{ planId: 'q', updates: updates.slice(0, 3) }])
    await addCheckpoint(log, 4)
    await log.packHistory('p', 1)
    const before = await allReadings(log)
    const rewritten = { planId: 'p', update: someUpdate(9), epoch: 77 }

    expect(await log.rewrite(5, rewritten)).toBe('head-moved')
    expect(await allReadings(log)).toEqual(before)
    expect(await log.rewrite(6, rewritten)).toBe('rewritten')

    const row = { ...someUpdate(9), seq: 1 }
    expect(await allReadings(log)).toEqual({
      head: 1,
      load: {
        epoch: 77,
        head: 1,
        checkpoint: null,
        updates: [justBytes(row)],
        owners: new Map([[row.userId, row.clientIds]]),
      },
      read: [justBytes(row)],
      history: [row],
    })
    expect(await log.readMoment('p', 4)).toBeNull()
    await log.append([{ planId: 'p', updates: [someUpdate(10)] }])
    await addCheckpoint(log, 2)
    expect(await log.packHistory('p', 1)).toBe(2)
    expect(await log.read('q', 0)).toHaveLength(3)
    await expect(log.rewrite(1, { ...rewritten, planId: 'none' })).rejects.toMatchObject({
      code: 'plan-not-found',
    })
  })

  it('[UL18] leaves few as they are, and says which plans have more', async () => {
    const log = await openWith('p', 'q')
    await log.append([
      { planId: 'p', updates: [1, 2, 3].map(someUpdate) },
      { planId: 'q', updates: [1].map(someUpdate) },
    ])
    await addCheckpoint(log, 3)

    expect([await log.plansToPack(4, 9), await log.packHistory('p', 4)]).toEqual([[], 0])
    expect(await log.plansToPack(3, 9)).toEqual(['p'])
    expect([await log.plansToPack(3, 0), await log.packHistory('p', 3)]).toEqual([[], 3])
    expect(await log.plansToPack(1, 9)).toEqual([])
    await expect(log.packHistory('nobody', 1)).rejects.toMatchObject({ code: 'plan-not-found' })
  })

  it('[UL18] packs no more at a time than a block holds, and one large update all the same', async () => {
    const log = await openWith('p')
    const many = Array.from({ length: HISTORY_BLOCK_ROWS + 5 }, (_, index) => someUpdate(index))
    const large = { ...someUpdate(9), bytes: new Uint8Array(HISTORY_BLOCK_BYTES + 1).fill(3) }
    await log.append([{ planId: 'p', updates: [...many, large, someUpdate(1), large] }])
    await addCheckpoint(log, many.length + 3)

    const packed: number[] = []
    while (packed.length < 5) packed.push(await log.packHistory('p', 2))

    // Five, for the next one is too large to stand with them; the very last waits for another.
    expect(packed).toEqual([HISTORY_BLOCK_ROWS, 5, 1, 1, 0])
    expect(await log.readHistory('p', { after: 0, limit: 2000 })).toEqual(
      numbered([...many, large, someUpdate(1), large]),
    )
  })

  it('[UL19] reads what makes the plan as it was after any update', async () => {
    const log = await openWith('p')
    const updates = Array.from({ length: 12 }, (_, index) => someUpdate(index))
    await log.append([{ planId: 'p', updates }])
    await addCheckpoint(log, 5)
    await log.packHistory('p', 1)
    await addCheckpoint(log, 9, 5)
    await log.packHistory('p', 1)

    for (let seq = 0; seq <= 12; seq++) {
      const moment = await log.readMoment('p', seq)
      const from = moment?.state?.seq ?? 0
      expect(from).toBeLessThanOrEqual(seq)
      expect(updatesOf(moment!)).toEqual(numbered(updates).slice(from, seq).map(justBytes))
    }
    expect(await log.readMoment('p', 13)).toBeNull()
    expect(await log.readMoment('p', -1)).toBeNull()
    await expect(log.readMoment('nobody', 0)).rejects.toMatchObject({ code: 'plan-not-found' })
  })

  it(
    '[UL20] keeps every update as it came, whatever is packed when',
    async () => {
      const log = await openWith()
      let plans = 0
      let packed = 0
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 25 }), async (deeds) => {
          const planId = `plan-${plans++}`
          await addPlan(planId)
          const updates: NewUpdate[] = []
          let checkpoint = 0
          for (const each of deeds) {
            if (each.kind === 'append') {
              updates.push(...each.updates)
              await log.append([{ planId, updates: each.updates }])
            } else if (each.kind === 'pack') packed += await log.packHistory(planId, each.atLeast)
            else {
              const seq = Math.floor(updates.length * each.part)
              const facts = { seq, previousSeq: checkpoint, timeMs: 1, bytes: Uint8Array.of(9) }
              if ((await log.addCheckpoint(planId, facts)) === 'stored') checkpoint = seq
            }
          }

          const rows = numbered(updates)
          expect(await log.readHistory(planId, { after: 0, limit: 999 })).toEqual(rows)
          expect(await log.read(planId, 1)).toEqual(rows.slice(1).map(justBytes))
        }),
        { numRuns: propertyRuns(60) },
      )
      expect(packed).toBeGreaterThan(0)
    },
    propertyTimeoutMs(60),
  )
}

const anUpdate: fc.Arbitrary<NewUpdate> = fc.record({
  timeMs: fc.integer({ min: 0, max: 2 ** 45 }),
  userId: fc.constantFrom(null, 'kari' as UserId, 'ola' as UserId, 'åse' as UserId),
  clientIds: fc.array(fc.constantFrom(0, 1, 4_294_967_295), { maxLength: 2 }),
  bytes: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.uint8Array({ minLength: 2, maxLength: 2 })),
})

const deed = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    updates: fc.array(anUpdate, { minLength: 1, maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('checkpoint' as const), part: fc.constantFrom(0.5, 0.9, 1) }),
  fc.record({ kind: fc.constant('pack' as const), atLeast: fc.constantFrom(1, 3) }),
)

function someUpdate(value: number): NewUpdate {
  return {
    timeMs: 1_764_000_000_000 + value * 7 - (value % 3) * 100,
    userId: value % 3 === 0 ? null : (`user-${value % 3}` as UserId),
    clientIds: value % 2 === 0 ? [4_294_967_295] : [value % 5, 12],
    bytes: Uint8Array.of(1, value % 256, 7, (value * 3) % 256),
  }
}

function addCheckpoint(log: UpdateLog, seq: number, previousSeq = 0) {
  return log.addCheckpoint('p', { seq, previousSeq, timeMs: 5, bytes: Uint8Array.of(seq % 256) })
}

async function allReadings(log: UpdateLog) {
  return {
    head: await log.head('p'),
    load: await log.load('p'),
    read: await log.read('p', 0),
    history: await log.readHistory('p', { after: 0, limit: 100 }),
  }
}

function numbered(updates: readonly NewUpdate[]): readonly HistoryRow[] {
  return updates.map((update, index) => ({ ...update, seq: index + 1 }))
}

function justBytes(row: HistoryRow | undefined) {
  return { seq: row?.seq, bytes: row?.bytes }
}

function updatesOf({ seq, state, blocks, updates }: StoredMoment) {
  const packed = blocks.flatMap(({ first, bytes }) => unpackRows(bytes, first))
  const wanted = packed.filter((row) => row.seq > (state?.seq ?? 0) && row.seq <= seq)
  return [...wanted.map(justBytes), ...updates]
}
