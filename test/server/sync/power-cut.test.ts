import * as fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { createPowerCutLog, type PowerCutLog } from '../../support/power-cut-log.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const docs = createDocThread({ logger: createCollectedLog() })
afterAll(() => docs.close())

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('type' as const), who: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('arrive' as const), who: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('sync' as const), who: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('cut' as const), who: fc.nat(1) }) },
)

it(
  '[W4] a disk that forgets what was not synced loses nothing that was called saved or shown',
  async () => {
    const reached = { cutsWithLoss: 0, needed: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const log = createPowerCutLog()
        log.addPlan(PLAN_ID)
        const school = await openSchool(log)

        for (const { act, who } of steps) {
          if (act === 'type') school.typeOne(who)
          else if (act === 'arrive') await school.arrive()
          else if (act === 'sync') await school.sync()
          else await cutAndCheck()
        }
        await cutAndCheck()
        await school.close()

        async function cutAndCheck() {
          if (log.waiting() > 0) reached.cutsWithLoss += 1
          const needed = school.cut()
          reached.needed += needed.size
          const there = await school.restart()
          expect([...needed].filter((letter) => !there.has(letter))).toEqual([])
        }
      }),
      { numRuns: propertyRuns(25) },
    )
    expect(reached.cutsWithLoss).toBeGreaterThan(0)
    expect(reached.needed).toBeGreaterThan(0)
  },
  propertyTimeoutMs(25),
)

/** Two people at a server on a disk whose power the test cuts. */
async function openSchool(log: PowerCutLog) {
  let harness = await startSync({ log, docs })
  let writers = await twoWriters(harness)
  /** Everything that may never be lost, of all times. */
  const needed = new Set<string>()
  let count = 0
  let isUnderWay = false

  return {
    typeOne(who: number) {
      const writer = writers[who]!
      // All different, so that a lost one is missed.
      const letter = String.fromCodePoint(0x4e00 + count++)
      writer.typed.push(letter)
      type(writer.client.doc, letter)
      isUnderWay = true
    },
    /** What was typed reaches the disk's cache; whoever is told too early is told now. */
    async arrive() {
      if (isUnderWay) await until('it is in the cache', () => log.waiting() > 0)
      await turns()
    },
    async sync() {
      await turns()
      await log.sync()
      isUnderWay = false
      await turns()
    },
    cut() {
      log.cut()
      for (const { client, typed } of writers) {
        // The first content frame was the step2; after it came one letter each.
        for (const letter of typed.slice(0, Math.max(0, client.saved() - 1))) needed.add(letter)
        const own = new Set(typed)
        for (const letter of written(client.doc)) if (!own.has(letter)) needed.add(letter)
      }
      return needed
    },
    /** What the server has after the cut, before anybody comes back. */
    async restart() {
      for (const { client } of writers) client.socket.terminate()
      await harness.stop()
      log.powerOn()
      harness = await startSync({ log, docs })
      const fresh = await connectClient(harness.url, { as: 'gro' })
      await fresh.synced()
      await fresh.close()
      writers = await twoWriters(harness)
      isUnderWay = false
      return new Set(written(fresh.doc))
    },
    async close() {
      await Promise.all(writers.map(({ client }) => client.close()))
      await harness.stop()
    },
  }
}

async function twoWriters(harness: SyncHarness) {
  const writers: { readonly client: SyncClient; readonly typed: string[] }[] = []
  for (const as of ['kari', 'ola']) {
    const client = await connectClient(harness.url, { as })
    await client.allSaved()
    writers.push({ client, typed: [] })
  }
  return writers
}

/** Lets the sockets deliver what is under way. */
async function turns(): Promise<void> {
  for (let count = 0; count < 20; count++) await new Promise((resolve) => setImmediate(resolve))
}
