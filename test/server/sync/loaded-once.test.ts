import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import type { StoredUpdate } from '../../../server/sync/update-log.ts'
import { connectClient, type as typeText } from '../../support/sync-client.ts'
import { PLAN_ID, startSync } from '../../support/sync-harness.ts'

it('holds a plan once: what came from the log is let go when the room has its own copy', async () => {
  const log = createMemoryUpdateLog()
  log.addPlan(PLAN_ID)
  const before = await startSync({ log })
  const kari = await connectClient(before.url)
  typeText(kari.doc, 'lang tekst '.repeat(10_000))
  await kari.allSaved()
  await kari.close()
  await before.stop()
  const loaded: WeakRef<Uint8Array>[] = []

  const copyOf = ({ seq, bytes }: StoredUpdate) => {
    const copy = bytes.slice()
    loaded.push(new WeakRef(copy))
    return { seq, bytes: copy }
  }
  const after = await startSync({
    log: {
      ...log,
      async load(planId) {
        const stored = await log.load(planId)
        return { ...stored, updates: stored.updates.map(copyOf) }
      },
    },
  })
  const gro = await connectClient(after.url, { as: 'gro' })
  await gro.synced()
  collectGarbage()

  expect(loaded.map((bytes) => bytes.deref())).toEqual([undefined])
  await gro.close()
  await after.stop()
})

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
