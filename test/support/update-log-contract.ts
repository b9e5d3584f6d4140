/**
 * The rules that every UpdateLog obeys (UL1-UL9 and UL22 of server/sync/SPEC.md; UL12-UL15: owners-contract.ts,
 * UL16-UL20: history-contract.ts).
 */
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { NewUpdate, UpdateLog } from '../../server/sync/update-log.ts'
import { describeHistory } from './history-contract.ts'
import { describeOwners } from './owners-contract.ts'
import { propertyRuns, propertyTimeoutMs } from './property-runs.ts'

export interface LogUnderTest {
  readonly log: UpdateLog
  /** Makes a plan of this id, empty. */
  addPlan(planId: string): Promise<void>
  close(): Promise<void>
}

export function describeUpdateLog(name: string, open: () => Promise<LogUnderTest>): void {
  describe(name, () => {
    let opened: LogUnderTest | null = null
    const openWith = async (...planIds: string[]) => {
      opened = await open()
      for (const planId of planIds) await opened.addPlan(planId)
      return opened.log
    }
    afterEach(async () => {
      await opened?.close()
      opened = null
    })

    it('[UL1] reads a new plan as empty', async () => {
      const log = await openWith('p')

      expect(await log.load('p')).toEqual({
        epoch: 1,
        head: 0,
        checkpoint: null,
        updates: [],
        owners: new Map(),
      })
      expect(await log.head('p')).toBe(0)
      expect(await log.read('p', 0)).toEqual([])
    })

    it('[UL2] numbers updates from 1 without gaps and reads them in order', async () => {
      const log = await openWith('p')

      expect(await log.append([batch('p', 1, 2)])).toEqual([{ kind: 'stored', first: 1 }])
      expect(await log.append([batch('p', 3)])).toEqual([{ kind: 'stored', first: 3 }])

      expect(await log.read('p', 0)).toEqual([row(1, 1), row(2, 2), row(3, 3)])
      expect(await log.read('p', 2)).toEqual([row(3, 3)])
      expect(await log.head('p')).toBe(3)
    })

    it('[UL3] stores batches of several plans at once and keeps them apart', async () => {
      const log = await openWith('p', 'q')

      const answers = await log.append([batch('p', 1), batch('q', 2, 3)])

      expect(answers).toEqual([
        { kind: 'stored', first: 1 },
        { kind: 'stored', first: 1 },
      ])
      expect(await log.read('p', 0)).toEqual([row(1, 1)])
      expect(await log.read('q', 0)).toEqual([row(1, 2), row(2, 3)])
    })

    it("[UL22] takes no bytes away, and those that it gives are the caller's own", async () => {
      const log = await openWith('p')
      const own = batch('p', 1, 2)
      await log.append([own])
      const loaded = await log.load('p')

      for (const { bytes } of loaded.updates) bytes.fill(9)

      expect(own).toEqual(batch('p', 1, 2))
      expect(await log.read('p', 0)).toEqual([row(1, 1), row(2, 2)])
    })

    it('[UL4] says that a plan is not there, and stores the others', async () => {
      const log = await openWith('p')

      const answers = await log.append([batch('nobody', 1), batch('p', 2)])

      expect(answers).toEqual([{ kind: 'plan-not-found' }, { kind: 'stored', first: 1 }])
      expect(await log.read('p', 0)).toEqual([row(1, 2)])
      const notFound = { code: 'plan-not-found' }
      await expect(log.load('nobody')).rejects.toMatchObject(notFound)
      await expect(log.head('nobody')).rejects.toMatchObject(notFound)
      await expect(log.read('nobody', 0)).rejects.toMatchObject(notFound)
      await expect(log.appendAt(0, batch('nobody', 1))).rejects.toMatchObject(notFound)
    })

    it('[UL5] appends at an expected head, or not at all', async () => {
      const log = await openWith('p')

      expect(await log.appendAt(0, batch('p', 1, 2))).toBe(1)
      expect(await log.appendAt(1, batch('p', 9))).toBe('head-moved')
      expect(await log.appendAt(2, batch('p', 3))).toBe(3)

      expect(await log.read('p', 0)).toEqual([row(1, 1), row(2, 2), row(3, 3)])
    })

    it('[UL6] takes a checkpoint only if none came between and it is not beyond the head', async () => {
      const log = await openWith('p')
      await log.append([batch('p', 1, 2, 3)])
      const checkpoint = (seq: number, previousSeq: number) =>
        log.addCheckpoint('p', { seq, previousSeq, timeMs: 5, bytes: Uint8Array.of(seq) })

      expect(await checkpoint(2, 0)).toBe('stored')
      expect(await checkpoint(3, 0)).toBe('checkpoint-moved')
      expect(await checkpoint(4, 2)).toBe('checkpoint-moved')
      expect(await checkpoint(2, 2)).toBe('checkpoint-moved')
      expect(await checkpoint(3, 2)).toBe('stored')
    })

    it('[UL7] loads the latest checkpoint and what came after it', async () => {
      const log = await openWith('p')
      await log.append([batch('p', 1, 2, 3)])
      await log.addCheckpoint('p', { seq: 2, previousSeq: 0, timeMs: 5, bytes: Uint8Array.of(22) })

      expect(await log.load('p')).toEqual({
        epoch: 1,
        head: 3,
        checkpoint: { seq: 2, bytes: Uint8Array.of(22) },
        updates: [row(3, 3)],
        owners: new Map(),
      })
    })

    it('[UL8] keeps every update for ever, whatever checkpoints are added', async () => {
      const log = await openWith('p')
      for (let seq = 1; seq <= 5; seq++) {
        await log.append([batch('p', seq)])
        await log.addCheckpoint('p', {
          seq,
          previousSeq: seq - 1,
          timeMs: 5,
          bytes: Uint8Array.of(100 + seq),
        })
      }

      expect(await log.read('p', 0)).toEqual([1, 2, 3, 4, 5].map((seq) => row(seq, seq)))
    })

    describeOwners(openWith)
    describeHistory(openWith, async (planId) => opened?.addPlan(planId))

    it(
      '[UL9] numbers without a gap whatever writers meet',
      async () => {
        const log = await openWith()
        let plans = 0
        await fc.assert(
          fc.asyncProperty(fc.array(writes, { minLength: 1, maxLength: 12 }), async (rounds) => {
            const [p, q] = [`p${plans}`, `q${plans++}`]
            for (const planId of [p, q]) await opened?.addPlan(planId)

            const answers = await Promise.all(
              rounds.map((round, index) =>
                round.kind === 'append'
                  ? log.append(round.sizes.map(([isP, size]) => sized(isP ? p : q, size, index)))
                  : log.appendAt(round.head, sized(p, 1, index)),
              ),
            )

            for (const planId of [p, q]) {
              const rows = await log.read(planId, 0)
              expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1))
              expect(await log.head(planId)).toBe(rows.length)
            }
            expect(answers.flat()).not.toContain(undefined)
          }),
          { numRuns: propertyRuns(50) },
        )
      },
      propertyTimeoutMs(50),
    )
  })
}

const writes = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    sizes: fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({ kind: fc.constant('at' as const), head: fc.nat(6) }),
)

function sized(planId: string, size: number, value: number) {
  return batch(planId, ...Array.from({ length: size }, () => value))
}

function batch(planId: string, ...values: number[]) {
  return { planId, updates: values.map(update) }
}

function update(value: number): NewUpdate {
  return {
    timeMs: 1000 + value,
    userId: null,
    clientIds: [value],
    bytes: Uint8Array.of(value),
  }
}

function row(seq: number, value: number) {
  return { seq, bytes: Uint8Array.of(value) }
}
