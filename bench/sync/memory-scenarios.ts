/** What is held for people who are only there, for plans that are open, for those who do not read. */
import * as Y from 'yjs'
import { longPlan } from './long-plan.ts'
import type { LoadProcess } from './load-process.ts'
import { settledMemoryKb } from './process-figures.ts'
import { RawClient, waitUntil } from './raw-client.ts'
import { makeFilled, nearly, peopleIn, restart, type Scenario, withLoad } from './scenario.ts'
import { TYPED_FIELD } from './typed-updates.ts'

const PLAN_BYTES = 224_000
/** Below the plan's largest size, and above what a kernel keeps for a socket. */
const STALLED_MB = { quick: 25, full: 60 }
const BLOCK_LETTERS = 50_000
const BLOCK_MS = 20_000

const idle: Scenario = {
  name: 'idle',
  forBare: true,
  figures: [
    { key: 'idle-kb', title: 'kB per idle connection', digits: 1, better: 'less', goal: '≤ 12' },
  ],
  async measure(subject, { isQuick }) {
    const rooms = 20
    // A few first, so that what is needed once is not counted.
    const [few, more] = isQuick ? [5, 20] : [5, 50]
    const documents = await subject.makeDocuments(rooms)
    return withLoad(async (load) => {
      await load.tell('come', { addresses: peopleIn(subject, documents, few), bytes: 0 })
      const before = await settledMemoryKb(subject.pid())
      await load.tell('come', { addresses: peopleIn(subject, documents, more), bytes: 0 })
      const after = await settledMemoryKb(subject.pid())
      return { 'idle-kb': (after - before) / (rooms * more) }
    })
  },
}

const openPlans: Scenario = {
  name: 'plans',
  figures: [
    {
      key: 'plans-kb',
      title: 'kB per open plan of 224 kB',
      digits: 0,
      better: 'less',
      goal: '≤ 400, ≤ 1/6 Hocuspocus',
    },
  ],
  async measure(subject, { isQuick }) {
    const [few, more] = isQuick ? [10, 30] : [20, 100]
    const content = longPlan(PLAN_BYTES)
    const documents = await makeFilled(subject, few + more, content)
    // None is open now, and nothing is left of the filling.
    await restart(subject)
    const open = (load: LoadProcess, some: readonly string[]) =>
      load.tell('come', { addresses: peopleIn(subject, some, 1), bytes: nearly(content) })
    return withLoad(async (load) => {
      await open(load, documents.slice(0, few))
      const before = await settledMemoryKb(subject.pid())
      await open(load, documents.slice(few))
      const after = await settledMemoryKb(subject.pid())
      return { 'plans-kb': (after - before) / more }
    })
  },
}

const stalledReader: Scenario = {
  name: 'stalled',
  figures: [
    {
      key: 'stalled-mb',
      title: 'MB more, beside one that does not read',
      digits: 0,
      better: 'less',
    },
    { key: 'stalled-end', title: 'the one that does not read', digits: 0, better: 'less' },
  ],
  async measure(subject, { isQuick }) {
    const [document = ''] = await subject.makeDocuments(1)
    const join = (person: number) => new RawClient(subject.address(document, person))
    const [writer, reader, stalled] = [join(0), join(1), join(2)]
    try {
      await Promise.all([writer.ready(), reader.ready(), stalled.ready()])
      stalled.socket.pause()
      const before = await settledMemoryKb(subject.pid())
      const bytes = (isQuick ? STALLED_MB.quick : STALLED_MB.full) * 1_000_000
      await writeAndDelete(writer, reader, bytes)
      const after = await settledMemoryKb(subject.pid())
      // A paused socket does not hear that it was closed.
      stalled.socket.resume()
      await waitUntil(() => stalled.closeCode !== null, 5000, 'it is closed').catch(() => undefined)
      return {
        'stalled-mb': Math.max(0, (after - before) / 1000),
        'stalled-end': stalled.closeCode === null ? 'kept' : `closed ${stalled.closeCode}`,
      }
    } finally {
      for (const client of [writer, reader, stalled]) client.close()
    }
  },
}

/** Much that goes over the wire, and a document that stays small. */
async function writeAndDelete(writer: RawClient, reader: RawClient, bytes: number): Promise<void> {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.send(update))
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment(TYPED_FIELD).insert(0, [paragraph])
  })
  for (let sent = 0; sent < bytes; sent += BLOCK_LETTERS) {
    const goal = reader.contentBytes + BLOCK_LETTERS
    text.insert(0, 'e'.repeat(BLOCK_LETTERS))
    await waitUntil(() => reader.contentBytes >= goal, BLOCK_MS, 'the reader has it')
    text.delete(0, BLOCK_LETTERS)
  }
}

export const memoryScenarios: readonly Scenario[] = [idle, openPlans, stalledReader]
