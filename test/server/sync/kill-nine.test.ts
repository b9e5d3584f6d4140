import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { connectClient, type SyncClient, type, written } from '../../support/sync-client.ts'
import { ROOT } from '../../support/source-files.ts'
import { until } from '../../support/until.ts'

const ROUNDS = process.env['LONG'] ? 50 : 5

interface Writer {
  readonly client: SyncClient
  /** The letters of this connection, by the number of the frame that carried them. */
  readonly lettersByFrame: ReadonlyMap<number, string>
  typeOne(letter: string): void
  /** A few letters ahead of the server and no more, so that there are letters enough. */
  mayType(): boolean
}

let child: ChildProcess | null = null
let folder = ''

afterEach(async () => {
  await kill()
  await rm(folder, { recursive: true, force: true })
})

it(
  `[W4] kill -9 while two people type loses nothing that was saved or seen (${ROUNDS} rounds)`,
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'samplan-kill-'))
    let url = await start()
    let writers = [writer(await joinAs(url, 'kari')), writer(await joinAs(url, 'ola'))]
    let letter = 0
    let checked = 0

    for (let round = 0; round < ROUNDS; round++) {
      for (const { client } of writers) await client.synced()
      const killAt = 20 + ((round * 37) % 120)
      const isOver = () => writers.every(({ client }) => client.closeCode() !== null)
      let killing: Promise<void> | null = null
      while (!isOver()) {
        for (const each of writers) if (each.mayType()) each.typeOne(letterOf(letter++))
        await new Promise((resolve) => setImmediate(resolve))
        if (!killing && writers.some(({ client }) => client.saved() >= killAt)) killing = kill()
      }
      await killing
      const needed = new Set(writers.flatMap((one) => [...savedOf(one), ...seenBy(one, writers)]))
      expect(needed.size).toBeGreaterThan(killAt)

      // The server alone, before anyone who may know more comes back.
      url = await start()
      const fresh = await joinAs(url, 'gro')
      await fresh.synced()
      const there = new Set(written(fresh.doc))
      expect([...needed].filter((one) => !there.has(one))).toEqual([])
      checked += needed.size
      await fresh.close()

      const docs = writers.map(({ client }) => client.doc)
      writers = [
        writer(await joinAs(url, 'kari', docs[0])),
        writer(await joinAs(url, 'ola', docs[1])),
      ]
      for (const { client } of writers) await client.allSaved()
    }
    await until('both read the same', () => {
      const [kari, ola] = writers.map(({ client }) => written(client.doc))
      return kari === ola
    })
    expect(checked).toBeGreaterThan(ROUNDS * 20)
    for (const { client } of writers) await client.close()
  },
  ROUNDS * 12_000,
)

/** Letters that are all different, so that a lost one is missed. */
function letterOf(count: number): string {
  // Beyond lie the surrogates, which are no letters.
  if (count >= 0x8000) throw new Error('out of letters')
  return String.fromCodePoint(0x4e00 + count)
}

/** What this person was told is saved. */
function savedOf({ client, lettersByFrame }: Writer): readonly string[] {
  return [...lettersByFrame].filter(([frame]) => frame <= client.saved()).map(([, one]) => one)
}

/** What this person saw that someone else wrote on this connection. */
function seenBy(reader: Writer, writers: readonly Writer[]): readonly string[] {
  const seen = new Set(written(reader.client.doc))
  return writers
    .filter((other) => other !== reader)
    .flatMap(({ lettersByFrame }) => [...lettersByFrame.values()].filter((one) => seen.has(one)))
}

function writer(client: SyncClient): Writer {
  const lettersByFrame = new Map<number, string>()
  return {
    client,
    lettersByFrame,
    mayType: () => client.sent() - client.saved() < 20,
    typeOne(letter) {
      const before = client.sent()
      type(client.doc, letter)
      if (client.sent() > before) lettersByFrame.set(client.sent(), letter)
    },
  }
}

function joinAs(url: string, as: string, doc?: SyncClient['doc']): Promise<SyncClient> {
  return connectClient(url, doc ? { as, doc } : { as })
}

async function start(): Promise<string> {
  const started = spawn(process.execPath, ['test/support/sync-process-entry.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  const [line] = (await once(started.stdout, 'data')) as [Buffer]
  return `ws://127.0.0.1:${Number(line.toString())}`
}

async function kill(): Promise<void> {
  const dying = child
  child = null
  if (!dying) return
  const gone = once(dying, 'exit')
  dying.kill('SIGKILL')
  await gone
}
