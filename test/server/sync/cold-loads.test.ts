import { expect, it } from 'vitest'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { connectClient, type as typeText } from '../../support/sync-client.ts'
import { PLAN_ID, startSync } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

it('[C2] loads two plans at a time after a restart, and typing in an open one goes on', async () => {
  const log = createMemoryUpdateLog()
  const planIds = Array.from('bcdefghjkmnp', (letter) => letter.repeat(20))
  for (const planId of [PLAN_ID, ...planIds]) log.addPlan(planId)
  const held: (() => void)[] = []
  let isHolding = false
  const harness = await startSync({
    log: {
      ...log,
      async load(planId) {
        if (isHolding) await new Promise<void>((resolve) => held.push(resolve))
        return log.load(planId)
      },
    },
  })
  const kari = await connectClient(harness.url)
  await kari.allSaved()
  isHolding = true

  const coming = planIds.map((planId, index) =>
    connectClient(harness.url, { planId, as: `person${index}` }),
  )
  await until('two are being loaded', () => held.length === 2)
  for (const letter of 'mens andre venter') {
    typeText(kari.doc, letter)
    await kari.allSaved()
  }

  expect(held).toHaveLength(2)
  for (const [index] of planIds.entries()) {
    await until('the next one is being loaded', () => held.length > index)
    expect(held.length).toBeLessThanOrEqual(index + 2)
    held[index]?.()
  }
  const clients = await Promise.all(coming)
  await Promise.all(clients.map((client) => client.synced()))
  await Promise.all([kari, ...clients].map((client) => client.close()))
  await harness.stop()
})
