/**
 * What a load process can be told to do with its clients: come, type, move carets,
 * load a plan, go. Runs apart from the measured server and from whoever measures.
 */
import * as encoding from 'lib0/encoding'
import { percentile } from '../support/statistics.ts'
import { pause } from './process-figures.ts'
import { type Address, RawClient, waitUntil } from './raw-client.ts'

export interface Delivery {
  readonly sent: number
  /** Letters that came to someone who did not type them. */
  readonly delivered: number
  readonly seconds: number
  /** From the key to the others' sockets. */
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Letters on their way whose times are remembered, per client. */
const REMEMBERED = 1024
const SETTLE_MS = 30_000
/** At most so many sockets open at a time, as a school does. */
const COMING_AT_ONCE = 25

let clients: RawClient[] = []

/** These come in, each until it has so many bytes of its document. */
async function come(options: {
  readonly addresses: readonly Address[]
  readonly bytes: number
}): Promise<void> {
  const all = options.addresses
  for (let first = 0; first < all.length; first += COMING_AT_ONCE) {
    const some = all.slice(first, first + COMING_AT_ONCE).map((address) => new RawClient(address))
    clients.push(...some)
    await Promise.all(some.map((client) => client.ready(options.bytes)))
  }
}

/** Everybody types so often, at moments of their own; each letter must come to `others` people. */
async function type(options: {
  readonly perSecond: number
  readonly seconds: number
  readonly others: number
}): Promise<Delivery> {
  const sentAt = new Map<number, Float64Array>()
  const latencies: number[] = []
  let sent = 0
  let delivered = 0
  for (const client of clients) {
    sentAt.set(client.typist.clientId, new Float64Array(REMEMBERED))
    client.events = {
      onLetters(clientId, count, last) {
        const times = sentAt.get(clientId)
        if (!times) return
        delivered += count
        const now = performance.now()
        for (let letter = last - count + 1; letter <= last; letter++) {
          latencies.push(now - (times[letter % REMEMBERED] ?? now))
        }
      },
    }
  }
  const seconds = await atPace(options, (client) => {
    const { typist } = client
    const times = sentAt.get(typist.clientId)
    if (times) times[(typist.letters + 1) % REMEMBERED] = performance.now()
    client.type()
    sent += 1
  })
  await settle(() => delivered >= sent * options.others)
  return { sent, delivered, seconds, ...spread(latencies) }
}

/** Each client acts so often, at moments of its own. @returns how long it took, in seconds. */
async function atPace(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  act: (client: RawClient) => void,
): Promise<number> {
  const everyMs = 1000 / perSecond
  const startedMs = performance.now()
  const next = clients.map((_client, index) => startedMs + (everyMs * index) / clients.length)
  const endMs = startedMs + seconds * 1000
  for (let now = startedMs; now < endMs; now = performance.now()) {
    clients.forEach((client, index) => {
      const due = next[index] ?? Infinity
      if (due > now) return
      next[index] = due + everyMs
      act(client)
    })
    await pause(1)
  }
  return (performance.now() - startedMs) / 1000
}

/** Everybody types as fast as they are answered, with so many letters on their way. */
async function saturate(options: {
  readonly window: number
  readonly seconds: number
  readonly others: number
}): Promise<Delivery> {
  let sent = 0
  let delivered = 0
  let isOver = false
  const typists = new Set(clients.map(({ typist }) => typist.clientId))
  for (const client of clients) {
    client.events = {
      onLetters(clientId, count) {
        if (typists.has(clientId)) delivered += count
      },
      onTaken() {
        if (isOver) return
        client.type()
        sent += 1
      },
    }
  }
  const startedMs = performance.now()
  for (const client of clients) {
    for (let letter = 0; letter < options.window; letter++) client.type()
    sent += options.window
  }
  await pause(options.seconds * 1000)
  const seconds = (performance.now() - startedMs) / 1000
  isOver = true
  await settle(() => delivered >= sent * options.others)
  return { sent, delivered, seconds, p50Ms: 0, p99Ms: 0 }
}

/** Everybody moves their caret so often. `delivered` counts states, merged ones once. */
async function moveCarets(options: {
  readonly perSecond: number
  readonly seconds: number
}): Promise<Delivery> {
  let sent = 0
  let delivered = 0
  for (const client of clients) client.events = { onAwareness: (count) => (delivered += count) }
  const seconds = await atPace(options, (client) => {
    client.moveCaret(caret)
    sent += 1
  })
  await pause(200)
  return { sent, delivered, seconds, p50Ms: 0, p99Ms: 0 }
}

/** What y-prosemirror sends: who, and where in the text. */
function caret(clientId: number, clock: number): Uint8Array {
  const place = {
    type: null,
    tname: 'text:leadership.today',
    item: { client: clientId, clock },
    assoc: 0,
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(
      encoder,
      JSON.stringify({
        user: { name: 'Elle Márjá Lund', color: '#3355aa' },
        cursor: { anchor: place, head: place },
      }),
    )
  })
}

/** Opens these documents, all at once; milliseconds from connecting until each is there. */
async function load(options: {
  readonly addresses: readonly Address[]
  /** A document counts as there when so many bytes of it are, and a step2. */
  readonly bytes: number
}): Promise<number[]> {
  const loaded = await Promise.all(
    options.addresses.map(async (address) => {
      const startedMs = performance.now()
      const client = new RawClient(address)
      let ms: number | null = null
      client.events = {
        onContent() {
          if (client.hasStep2 && client.contentBytes >= options.bytes)
            ms ??= performance.now() - startedMs
        },
      }
      try {
        await waitUntil(() => ms !== null, SETTLE_MS, `${options.bytes} B have come`)
      } finally {
        client.close()
      }
      return ms ?? NaN
    }),
  )
  return loaded
}

function go(): void {
  for (const client of clients) client.close()
  clients = []
}

/** Some may be lost: then whoever waited sees it in the count. */
async function settle(isSo: () => boolean): Promise<void> {
  await waitUntil(isSo, SETTLE_MS, 'all has come').catch(() => undefined)
}

function spread(values: readonly number[]): Pick<Delivery, 'p50Ms' | 'p99Ms'> {
  if (values.length === 0) return { p50Ms: NaN, p99Ms: NaN }
  return { p50Ms: percentile(values, 50), p99Ms: percentile(values, 99) }
}

/** By name, for load-process.ts. */
export const loadWork = { come, type, saturate, moveCarets, load, go }
export type LoadWork = typeof loadWork
