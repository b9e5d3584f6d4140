import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import { connectClient, isHalfApplied, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, startSync } from '../../support/sync-harness.ts'

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
  type(ola.doc, 'o')
  const back = await connectClient(harness.url, { as: 'ola', doc: ola.doc })
  await back.allSaved()
  const kari = await connectClient(harness.url, { as: 'kari', doc })
  await kari.allSaved()
  const fresh = await connectClient(harness.url, { as: 'gro' })
  await fresh.synced()

  expect(written(fresh.doc)).toContain('Hei der')
  expect(isHalfApplied(fresh.doc)).toBe(false)
  expect([back, kari].map((client) => client.closeCode())).toEqual([null, null])
  await Promise.all([back, kari, fresh].map((client) => client.close()))
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
  type(ola.doc, 'o')

  const back = await connectClient(harness.url, { as: 'ola', doc: ola.doc })
  await back.allSaved()
  const kari = await connectClient(harness.url, { as: 'kari', doc })
  await kari.allSaved()
  const fresh = await connectClient(harness.url, { as: 'gro' })
  await fresh.synced()

  expect(written(fresh.doc)).toContain('to tre fire fem')
  expect(isHalfApplied(fresh.doc)).toBe(false)
  expect([back, kari].map((client) => client.closeCode())).toEqual([null, null])
  await Promise.all([back, kari, fresh].map((client) => client.close()))
  await harness.stop()
})

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
