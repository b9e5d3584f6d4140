import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import { connectClient, isHalfApplied, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, startSync, type SyncHarness } from '../../support/sync-harness.ts'

it('[D2] [G6] a piece that is missing is an alarm; who has it is asked for it, and nobody is locked out', async () => {
  const { doc, made } = collectUpdates()
  type(doc, 'Hei')
  type(doc, ' der')
  const harness = await startSync({ log: await logWith(made[1]!) })

  const ola = await connectClient(harness.url, { as: 'ola' })
  await ola.allSaved()
  expect(harness.logger.said()).toContain('ALARM: stored updates are damaged')
  await ola.close()
  // What waits in her document goes back with what she wrote on the train.
  const everyone = await meetAgain(harness, ola.doc, doc)

  expect(written(everyone.fresh.doc)).toContain('Hei der')
  await everyone.areWhole()
  await harness.stop()
})

it('[D2] a piece that nobody can read is an alarm, and everyone gets the rest', async () => {
  const { doc, made } = collectUpdates()
  type(doc, 'Hei')
  const harness = await startSync({ log: await logWith(made[0]!, Uint8Array.of(1, 1, 1)) })

  const ola = await connectClient(harness.url, { as: 'ola' })
  await ola.allSaved()
  type(ola.doc, ' der')
  await ola.allSaved()

  expect(written(ola.doc)).toBe('Hei der')
  expect(harness.logger.said()).toContain('ALARM: stored updates are damaged')
  await ola.close()
  await harness.stop()
})

it('[G6] two gaps of one client refuse nobody, and both are filled by who has what is missing', async () => {
  const { doc, made } = collectUpdates()
  for (const word of ['en ', 'to ', 'tre ', 'fire ', 'fem']) type(doc, word)
  const harness = await startSync({ log: await logWith(made[0]!, made[2]!, made[4]!) })
  const ola = await connectClient(harness.url, { as: 'ola' })
  await ola.allSaved()
  await ola.close()

  const everyone = await meetAgain(harness, ola.doc, doc)

  expect(written(everyone.fresh.doc)).toContain('to tre fire fem')
  await everyone.areWhole()
  await harness.stop()
})

/** Ola comes back with what waits in her document, Kari with all of it, and somebody new. */
async function meetAgain({ url }: SyncHarness, waiting: Y.Doc, whole: Y.Doc) {
  type(waiting, 'o')
  const ola = await connectClient(url, { as: 'ola', doc: waiting })
  await ola.allSaved()
  const kari = await connectClient(url, { as: 'kari', doc: whole })
  await kari.allSaved()
  const fresh = await connectClient(url, { as: 'gro' })
  await fresh.synced()
  return {
    fresh,
    /** Nothing waits for what newcomers have, and nobody was turned away. They all leave. */
    async areWhole() {
      expect(isHalfApplied(fresh.doc)).toBe(false)
      expect([ola, kari].map((client) => client.closeCode())).toEqual([null, null])
      await Promise.all([ola, kari, fresh].map((client) => client.close()))
    },
  }
}

async function logWith(...updates: readonly Uint8Array[]): Promise<MemoryUpdateLog> {
  const log = createMemoryUpdateLog()
  log.addPlan(PLAN_ID)
  const stored = updates.map((bytes) => ({
    timeMs: 0,
    userId: null,
    clientIds: [],
    bytes,
  }))
  await log.append([{ planId: PLAN_ID, updates: stored }])
  return log
}

function collectUpdates() {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  return { doc, made }
}
