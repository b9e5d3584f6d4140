/**
 * One round with one page in a fresh browser profile: opens it, goes into its first
 * text with a click as soon as that can be read, types, and reads the counters.
 */
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { gzippedKb } from '../support/gzipped.ts'
import { percentile } from '../support/statistics.ts'
import { installProbe, type Probe, READABLE_BINDING } from './probe.ts'
import type { Device, Subject } from './subjects.ts'

/** All in milliseconds, but the heap, in MB. */
export interface Round {
  readonly readable: number
  readonly editable: number
  /** CPU time of the page's main thread. */
  readonly cpuToReadable: number
  readonly cpuPerKey: number
  readonly paintP50: number
  readonly paintP95: number
  /** Without the wait for the screen's next frame. */
  readonly workP95: number
  readonly heap: number
  /** In kB, gzipped: the JavaScript that had come when the text could be read. */
  readonly script: number
}

export interface Setting {
  readonly browser: Browser
  readonly session: { readonly name: string; readonly value: string }
  readonly keyCount: number
}

/** After this a page that shows nothing is broken. */
const OPEN_LIMIT_MS = 60_000
const KEY_INTERVAL_MS = 60
const IDLE_MS = 2000
/** What a page does after the last key, it does within this. */
const SETTLE_MS = 1000
const WORDS = 'Vi skriver sammen om det vi vil med arbeidet. '

export async function measureRound(
  { browser, session, keyCount }: Setting,
  subject: Subject,
  device: Device,
  actionCount: number,
): Promise<Round> {
  const context = await browser.newContext({ viewport: device.viewport, locale: 'nb-NO' })
  const url = subject.urlOf(actionCount)
  await context.addCookies([{ ...session, domain: 'localhost', path: '/' }])
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  try {
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    await client.send('Emulation.setCPUThrottlingRate', { rate: device.slowdown })
    const opened = await openAndEnter(page, client, subject, url)
    await pause(SETTLE_MS)
    await client.send('HeapProfiler.collectGarbage')
    const heap = (await counters(client)).heap
    const cpuPerKey = await typeWords(page, client, keyCount)
    const probe = await readProbe(page)
    if (probe.keyToPaintMs.length < keyCount) throw new Error(`${subject.name}: keys were lost`)
    return {
      ...opened,
      heap,
      cpuPerKey,
      script: scriptKb(subject, probe.scripts),
      readable: probe.readableMs,
      editable: probe.editableMs,
      paintP50: percentile(probe.keyToPaintMs, 50),
      paintP95: percentile(probe.keyToPaintMs, 95),
      workP95: percentile(probe.keyWorkMs, 95),
    }
  } finally {
    await context.close()
  }
}

async function openAndEnter(page: Page, client: CDPSession, subject: Subject, url: string) {
  const readable = Promise.withResolvers<{ readonly x: number; readonly y: number }>()
  await page.exposeFunction(READABLE_BINDING, (place: string) =>
    readable.resolve(JSON.parse(place) as { x: number; y: number }),
  )
  await page.addInitScript(installProbe, {
    textSelector: subject.textSelector,
    binding: READABLE_BINDING,
  })
  await page.goto(url, { waitUntil: 'commit' })
  const late = setTimeout(
    () => readable.reject(new Error(`${subject.name} shows no text at ${url}`)),
    OPEN_LIMIT_MS,
  )
  const { x, y } = await readable.promise
  clearTimeout(late)
  const { cpu } = await counters(client)
  await page.mouse.click(x, y)
  await page.waitForFunction(
    () => (window as unknown as { benchProbe: Probe }).benchProbe.editableMs > 0,
  )
  return { cpuToReadable: cpu }
}

/** @returns CPU time per key, without what the page does when nobody types. */
async function typeWords(page: Page, client: CDPSession, keyCount: number): Promise<number> {
  await page.keyboard.press('End')
  await pause(SETTLE_MS)
  const before = await counters(client)
  const startedMs = performance.now()
  for (let count = 0; count < keyCount; count++) {
    await pause(startedMs + count * KEY_INTERVAL_MS - performance.now())
    await page.keyboard.press(WORDS[count % WORDS.length] ?? ' ')
  }
  await pause(SETTLE_MS)
  const after = await counters(client)
  // Last: a page that has just been opened still has things to do.
  await pause(IDLE_MS)
  const idle = await counters(client)
  const idlePerMs = (idle.cpu - after.cpu) / (idle.atMs - after.atMs)
  return (after.cpu - before.cpu - idlePerMs * (after.atMs - before.atMs)) / keyCount
}

async function counters(client: CDPSession) {
  const { metrics } = await client.send('Performance.getMetrics')
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    cpu: read('ThreadTime') * 1000,
    heap: read('JSHeapUsedSize') / 1e6,
    atMs: performance.now(),
  }
}

function scriptKb({ folder }: Subject, addresses: readonly string[]): number {
  return gzippedKb(addresses.map((address) => join(folder, new URL(address).pathname)))
}

function readProbe(page: Page): Promise<Probe> {
  return page.evaluate(() => (window as unknown as { benchProbe: Probe }).benchProbe)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
}
