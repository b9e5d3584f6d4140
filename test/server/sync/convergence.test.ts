import * as fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { createDocThread } from '../../../server/sync/doc-thread.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import {
  connectClient,
  isHalfApplied,
  type SyncClient,
  type,
  written,
} from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const docs = createDocThread({ logger: createCollectedLog() })
afterAll(() => docs.close())

const NAMES = ['kari', 'ola', 'gro'] as const

const deed = fc.record({
  who: fc.nat(2),
  act: fc.constantFrom('type', 'type', 'type', 'delete', 'drop', 'wait', 'turn'),
})

it(
  'three people end with the same words, whatever they do and whenever a line drops',
  async () => {
    let drops = 0
    let letters = 0
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 40 }), async (deeds) => {
        const log = createMemoryUpdateLog()
        log.addPlan(PLAN_ID)
        const harness = await startSync({ log, docs, times: { roomIdleMs: 1 } })
        await seed(harness.server)
        const join = (who: number, doc: Y.Doc) =>
          connectClient(harness.url, { as: NAMES[who] ?? '', doc })
        const clients: SyncClient[] = []
        for (const who of [0, 1, 2]) clients.push(await join(who, new Y.Doc()))
        const lines: SyncClient[] = [...clients]

        for (const { who, act } of deeds) {
          const client = clients[who]!
          if (act === 'type') type(client.doc, NAMES[who]![0]!)
          else if (act === 'delete') deleteFirst(client.doc)
          else if (act === 'turn') await new Promise((resolve) => setImmediate(resolve))
          else if (act === 'wait') await client.synced()
          else {
            drops += 1
            client.socket.terminate()
            clients[who] = await join(who, client.doc)
            lines.push(clients[who])
          }
        }
        for (const client of clients) await client.allSaved()

        await until(
          'all read the same',
          () => new Set(clients.map(({ doc }) => written(doc))).size === 1,
        )
        letters += written(clients[0]!.doc).length
        expect(clients.map(({ doc }) => isHalfApplied(doc))).toEqual([false, false, false])
        expect(clients.map((client) => client.closeCode())).toEqual([null, null, null])
        expect(await hashes(clients)).toEqual(
          new Set([(await harness.server.readPlan(PLAN_ID)).contentHash]),
        )
        expect(harness.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
        await Promise.all(lines.map((line) => line.close()))
        await harness.stop()
      }),
      { numRuns: propertyRuns(100) },
    )
    expect(drops).toBeGreaterThan(0)
    expect(letters).toBeGreaterThan(0)
  },
  propertyTimeoutMs(100),
)

/** What each client's document reads as, by content hash. */
async function hashes(clients: readonly SyncClient[]): Promise<ReadonlySet<string>> {
  const read = clients.map(({ doc }) =>
    docs.materialise({ planId: PLAN_ID, updates: [Y.encodeStateAsUpdate(doc)] }),
  )
  return new Set((await Promise.all(read)).map(({ contentHash }) => contentHash))
}

function deleteFirst(doc: Y.Doc): void {
  const paragraph = doc.getXmlFragment('text:leadership.today').get(0)
  const words = paragraph instanceof Y.XmlElement && paragraph.length > 0 ? paragraph.get(0) : null
  if (words instanceof Y.XmlText && words.length > 0) {
    doc.transact(() => words.delete(0, 1), 'test')
  }
}
