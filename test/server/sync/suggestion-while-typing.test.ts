/** Suggestions accepted while three people type, over real sockets. */
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import { FIRST_EPOCH } from '../../../server/sync/epoch.ts'
import { flatText, type FlatText } from '../../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import type { Anchor } from '../../../shared/discuss/anchor.ts'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ThreadId, UserId } from '../../../shared/ids.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { createRandom, type Random } from '../../support/simulation/random.ts'
import { FIELD, ON_FIELD } from '../../support/suggested-plan.ts'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import { PLAN_ID, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { until } from '../../support/until.ts'

const THREAD = 't' as ThreadId
const WORDS = ['', 'NYE ORD', 'TO\nLINJER', 'ET', 'ord NYTT ord']

let harness: SyncHarness
let log: MemoryUpdateLog
beforeEach(async () => {
  log = createMemoryUpdateLog()
  log.addPlan(PLAN_ID)
  harness = await startSync({ log, capsBench: true })
  await seed(harness.server)
})
afterEach(() => harness.stop())

const fieldOf = ({ doc }: SyncClient) => doc.getXmlFragment(`text:${FIELD}`)

/** The field after an update, as everybody reads it. */
async function textAt(seq: number): Promise<string> {
  const read = await harness.server.readPlanAt(PLAN_ID, seq)
  return plainText(read?.plan.texts[FIELD] ?? [])
}

describe('a suggestion accepted while three people type', () => {
  it('[T10] [T16] lands whole, or says that it is stale', async () => {
    const random = createRandom(2026)
    const people = await Promise.all(
      ['kari', 'ola', 'marit'].map((as) => connectClient(harness.url, { as })),
    )
    await Promise.all(people.map((person) => person.synced()))
    type(people[0]!.doc, 'En to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten.')
    await people[0]!.allSaved()
    const tally = { whole: 0, stale: 0 }

    for (let round = 0; round < 60; round++) {
      // Some land on words that nobody touches, some on words that somebody has just changed.
      const kind = (['any', 'any', 'quiet', 'any', 'any', 'changed'] as const)[round % 6]
      const by = people[round % 3]!
      if (kind === 'quiet') await Promise.all(people.map((person) => person.allSaved()))
      const change = suggestion(by, random)
      if (kind === 'any') {
        for (const person of people) {
          for (let count = random.below(4); count > 0; count--) write(fieldOf(person), random)
        }
        if (random.chance(0.7)) await setImmediate()
      }
      if (kind === 'changed' && change) {
        spoil(by, change)
        await by.allSaved()
      }
      if (!change) continue
      const accepting = harness.server.appendAsServer(PLAN_ID, change, { userId: null })
      for (const person of people) write(fieldOf(person), random)
      const written = await accepting.catch((error: unknown) => error)
      if (written instanceof Failure) {
        expect(written.code).toBe('suggestion-stale')
        tally.stale += 1
      } else {
        await expectWhole((written as { seq: number }).seq, change)
        tally.whole += 1
      }
    }

    await Promise.all(people.map((person) => person.allSaved()))
    const texts = () => people.map((person) => flatText(fieldOf(person)).words)
    await until('all read the same', () => new Set(texts()).size === 1)
    expect(people.map((person) => person.closeCode())).toEqual([null, null, null])
    expect(tally.whole).toBeGreaterThan(5)
    expect(tally.stale).toBeGreaterThan(5)
    await Promise.all(people.map((person) => person.close()))
  })
})

type Suggested = NonNullable<ReturnType<typeof suggestion>>

function suggestion(by: SyncClient, random: Random) {
  const fragment = fieldOf(by)
  const { words } = flatText(fragment)
  const from = random.below(words.length + 1)
  const anchor = makeAnchor(fragment, { from, to: from + 3 + random.below(20) })
  if (!anchor) return null
  const place = { ...ON_FIELD, anchor } as typeof ON_FIELD
  const suggested = random.pick(WORDS) ?? ''
  const change = { kind: 'words', words: suggested } as const
  return { kind: 'suggestion', threadId: THREAD, place, change, epoch: FIRST_EPOCH } as const
}

/** Takes a letter out of what it would change. */
function spoil(by: SyncClient, { place }: Suggested): void {
  const fragment = fieldOf(by)
  const flat = flatText(fragment)
  const range = resolveAnchor(fragment, (place as { anchor: Anchor }).anchor, flat)!
  const run = flat.runs.find(({ from, to }) => range.from >= from && range.from < to)!
  run.type.delete(range.from - run.from, 1)
}

/** Exactly the quote went, exactly the words came, at one place. */
async function expectWhole(seq: number, { place, change }: Suggested): Promise<void> {
  const [before, after] = [await textAt(seq - 1), await textAt(seq)]
  const { quote } = (place as { anchor: { quote: string } }).anchor
  // Also where one begins within another.
  const quotes = new RegExp(`(?=${escaped(quote)})`, 'g')
  const places = [...before.matchAll(quotes)].map(({ index }) => index)
  const possible = places.map(
    (at) => before.slice(0, at) + change.words + before.slice(at + quote.length),
  )
  expect(possible).toContain(after)
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A letter more or less, or a new line, as a person makes them. */
function write(field: Y.XmlFragment, random: Random): void {
  const flat: FlatText = flatText(field)
  const run = random.pick(flat.runs.filter(({ from, to }) => to > from))
  if (!run) return
  const at = random.below(run.type.length)
  field.doc?.transact(() => {
    if (random.chance(0.7)) return run.type.insert(at, random.pick(['x', ' ', 'å ']) ?? 'x')
    if (random.chance(0.8)) return run.type.delete(at, 1)
    const line = run.type.parent as Y.XmlElement
    const tail = run.type.toString().slice(at)
    run.type.delete(at, run.type.length - at)
    const next = new Y.XmlElement('paragraph')
    next.insert(0, [new Y.XmlText(tail)])
    field.insert(field.toArray().indexOf(line) + 1, [next])
  })
}

describe('the words of a suggestion', () => {
  it('[O2] are of who made it, in the room as in the log', async () => {
    const [gro, kari] = [
      await connectClient(harness.url, { as: 'gro' }),
      await connectClient(harness.url, { as: 'kari' }),
    ]
    const change = { kind: 'words', words: 'Ord av Gro' } as const
    const suggested = { threadId: THREAD, place: ON_FIELD, change, epoch: FIRST_EPOCH }
    const written = { kind: 'suggestion', ...suggested } as const
    const authors = { userId: 'user-kari' as UserId, wordsBy: 'user-gro' as UserId }
    const { seq } = await harness.server.appendAsServer(PLAN_ID, written, authors)
    await until('both have it', () => [gro, kari].every(({ doc }) => textIn(doc) === 'Ord av Gro'))
    const { owners } = await log.load(PLAN_ID)
    const [clientId = 0] = new Map(owners).get('user-gro' as UserId) ?? []
    const [update] = await log.read(PLAN_ID, seq - 1)
    expect(Y.decodeUpdate(update!.bytes).structs[0]?.id.client).toBe(clientId)

    for (const [client, isTheirs] of [
      [gro, true],
      [kari, false],
    ] as const) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc))
      doc.clientID = clientId
      const before = Y.encodeStateVector(doc)
      type(doc, ' og mer')
      client.sendUpdate(Y.encodeStateAsUpdate(doc, before))
      if (isTheirs) await client.allSaved()
      else expect(await client.closed()).toBe(4400)
    }
    await gro.close()
  })
})

const textIn = (doc: Y.Doc) => written(doc)
