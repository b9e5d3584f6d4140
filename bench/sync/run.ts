/**
 * `npm run bench:sync`: our sync server, those of others and the ceiling, side by
 * side, one table.
 *
 *   npm run bench:sync                          everything, as it should be believed
 *   npm run bench:sync -- --quick cold kill     these scenarios, small and short
 *   … --only=samplan,hocuspocus   … --rounds=3   … --write   … --profile=FOLDER
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadavg } from 'node:os'
import { machineLine, publish } from '../support/machine.ts'
import { killScenario } from './kill-scenario.ts'
import { loadingScenarios } from './loading-scenarios.ts'
import { memoryScenarios } from './memory-scenarios.ts'
import { createPeer } from './peer-subject.ts'
import { resultTable, type Results } from './result-table.ts'
import { createSamplan } from './samplan-subject.ts'
import type { Measured, Scenario } from './scenario.ts'
import { type Subject, SUBJECT_NAMES, type SubjectName } from './subject.ts'
import { typingScenarios } from './typing-scenarios.ts'

const SCENARIOS = [...typingScenarios, ...memoryScenarios, ...loadingScenarios, killScenario]
const PEERS = fileURLToPath(new URL('../peers', import.meta.url))
/** Nothing takes this long unless it hangs. */
const SCENARIO_MS = 10 * 60_000

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: SUBJECT_NAMES.join(',') },
    // In place of what each scenario says.
    rounds: { type: 'string' },
    // Read where the result is published.
    write: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})
const scenarios = SCENARIOS.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)
const unknown = positionals.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name))
if (unknown.length > 0) {
  const known = SCENARIOS.map(({ name }) => name).join(', ')
  throw new Error(`no scenario ${unknown.join(', ')}; there are ${known}`)
}
const names = SUBJECT_NAMES.filter((name) => options.only.split(',').includes(name))
const profileFolder = options.profile ?? null
if (profileFolder !== null) mkdirSync(profileFolder, { recursive: true })
const underWay = new Set<Subject>()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void removeAll().then(() => process.exit(1)))
}

if (names.some((name) => name !== 'samplan')) installPeers()
const results: Results = new Map()
for (const scenario of scenarios) {
  const rounds = Number(options.rounds ?? scenario.rounds ?? 1)
  for (let round = 0; round < rounds; round++) {
    for (const name of names) await measureOne(scenario, name)
  }
}
const table = resultTable(scenarios, names, results)
const words = options.quick ? ' Quick: small counts, short times; not to be believed.' : ''
publish('sync', `${table}\n\n${machineLine()}.${words}`)

async function measureOne(scenario: Scenario, name: SubjectName): Promise<void> {
  if (name === 'bare-ws' && !scenario.forBare) return
  const startedMs = performance.now()
  let subject: Subject | null = null
  let outcome: string
  try {
    subject = await create(name)
    underWay.add(subject)
    await subject.start()
    const measured = await inTime(scenario.measure(subject, { isQuick: options.quick }))
    keep(name, measured)
    outcome = JSON.stringify(measured)
  } catch (error) {
    process.exitCode = 1
    outcome = `FAILED ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await subject?.remove()
    if (subject) underWay.delete(subject)
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
  const load = loadavg()[0]?.toFixed(1)
  process.stderr.write(`${scenario.name} ${name} (${seconds} s, load ${load}): ${outcome}\n`)
}

function create(name: SubjectName): Promise<Subject> {
  return name === 'samplan' ? createSamplan(profileFolder) : createPeer(name, profileFolder)
}

function keep(name: SubjectName, measured: Measured): void {
  for (const [key, value] of Object.entries(measured)) {
    const cell = `${key} ${name}`
    results.set(cell, [...(results.get(cell) ?? []), value])
  }
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error(`it took longer than ${SCENARIO_MS} ms`)),
    SCENARIO_MS,
  )
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function installPeers(): void {
  if (existsSync(`${PEERS}/node_modules`)) return
  execFileSync('npm', ['install', '--prefix', PEERS], { stdio: 'inherit' })
}

async function removeAll(): Promise<void> {
  await Promise.all([...underWay].map((subject) => subject.remove()))
}
