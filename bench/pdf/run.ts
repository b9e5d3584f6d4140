/**
 * `npm run bench:pdf`: how long the example plan takes to become a PDF when the
 * thread is warm, and how long the main thread's event loop is held meanwhile,
 * beside the same thread idle. Prints one table; with --write also into bench/README.md.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createPdfThread } from '../../server/export/pdf-thread.ts'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { exampleDocument } from '../../test/support/plan-documents.ts'
import { machineLine, publish } from '../support/machine.ts'
import { markdownTable, median, percentile } from '../support/statistics.ts'

const WARM_UP = 5
const PDFS = 20
const ROUNDS = 3

const thread = createPdfThread({
  logger: {
    error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
  },
})
const document = exampleDocument('nb')
for (let count = 0; count < WARM_UP; count++) await thread.compile(document)

const timesMs: number[] = []
const busyMs: number[] = []
const idleMs: number[] = []
const cpuMs: number[] = []
const allCpuMs: number[] = []
let pages = 0
for (let round = 0; round < ROUNDS; round++) {
  const startedMs = performance.now()
  busyMs.push(await longestHold(makePdfs))
  const lastedMs = performance.now() - startedMs
  idleMs.push(await longestHold(() => pause(lastedMs)))
}
await thread.close()

publish(
  'pdf',
  `${markdownTable([
    [`PDF of ${pages} pages, warm`, 'median', 'p95'],
    [
      'time to make',
      `${median(timesMs).toFixed(0)} ms`,
      `${percentile(timesMs, 95).toFixed(0)} ms`,
    ],
    ['CPU of all threads for one', ...spread(allCpuMs)],
    ['CPU of the main thread for one', ...spread(cpuMs)],
    ['event loop held longest, while making', ...spread(busyMs)],
    ['event loop held longest, idle for as long', ...spread(idleMs)],
  ])}\n\n${ROUNDS} rounds of ${PDFS}. ${machineLine()}.`,
)

async function makePdfs(): Promise<void> {
  for (let count = 0; count < PDFS; count++) {
    const startedMs = performance.now()
    const cpu = process.threadCpuUsage()
    const allCpu = process.cpuUsage()
    const { bytes } = await thread.compile(changedDocument())
    timesMs.push(performance.now() - startedMs)
    const { user, system } = process.threadCpuUsage(cpu)
    cpuMs.push((user + system) / 1000)
    const all = process.cpuUsage(allCpu)
    allCpuMs.push((all.user + all.system) / 1000)
    pages =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }
}

/** Never the same twice: the compiler keeps what it has laid out before. */
function changedDocument(): PlanDocument {
  const words = `Endring ${timesMs.length}. `
  const text = { type: 'text', text: words, marks: [] } as const
  const sections = document.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => ({
      ...field,
      text: [{ type: 'paragraph', content: [text] } as const, ...field.text],
    })),
  }))
  return { ...document, title: `${document.title} ${timesMs.length}`, sections }
}

/** In milliseconds, above the resolution of the timer. */
async function longestHold(work: () => Promise<void>): Promise<number> {
  const monitor = monitorEventLoopDelay({ resolution: 1 })
  monitor.enable()
  await work()
  monitor.disable()
  return monitor.max / 1e6
}

function spread(values: readonly number[]): readonly [string, string] {
  return [`${median(values).toFixed(1)} ms`, `${percentile(values, 95).toFixed(1)} ms`]
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
