/**
 * `npm run planted-faults`: breaks our own code in one place after another, in a copy of the
 * tree, and looks whether the tests find it. `npm run planted-faults -- reader saved` plants
 * those whose name holds one of the words.
 *
 * Ends with an error when a fault was not caught, when a place is not there any more, or when
 * the tests fail without any fault: then being red would mean nothing. Takes some minutes.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plant, type PlantedFault } from './support/planted-fault.ts'
import { FAULTS_OF_POSTGRES } from './support/planted-faults-of-postgres.ts'
import { FAULTS_OF_ROOMS } from './support/planted-faults-of-rooms.ts'
import { FAULTS_OF_SUGGESTIONS } from './support/planted-faults-of-suggestions.ts'
import { FAULTS_OF_THE_GUARD } from './support/planted-faults-of-the-guard.ts'

const ROOT = join(import.meta.dirname, '..')
const COPIED = ['client', 'server', 'shared', 'test', 'vite.config.ts', 'tsconfig.base.json']
/** Fewer runs than in `npm test`: a fault that needs more than these hides too well. */
const RUNS = { SIMULATION_SEEDS: '150', PROPERTY_RUNS: '4000' }
const TIMEOUT_MS = 600_000

const PLANTED_FAULTS = [
  ...FAULTS_OF_ROOMS,
  ...FAULTS_OF_THE_GUARD,
  ...FAULTS_OF_POSTGRES,
  ...FAULTS_OF_SUGGESTIONS,
]
const wanted = process.argv.slice(2)
const faults = PLANTED_FAULTS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
)
const copy = mkdtempSync(join(tmpdir(), 'samplan-faults-'))
try {
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const missed = isGreenWithout(faults) ? faults.filter((fault) => !isCaught(fault)) : faults
  say(`${faults.length - missed.length} of ${faults.length} caught`)
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}

function isGreenWithout(planted: readonly PlantedFault[]): boolean {
  const { isGreen, report } = runTests([...new Set(planted.flatMap(({ tests }) => tests))])
  if (!isGreen) say(`The tests fail without a fault:\n${report}`)
  return isGreen
}

function isCaught(fault: PlantedFault): boolean {
  const file = join(copy, fault.file)
  const source = readFileSync(file, 'utf8')
  const broken = plant(source, fault)
  if (broken === null) {
    say(`NO PLACE  ${fault.name}: its anchor is not once in ${fault.file}`)
    return false
  }
  writeFileSync(file, broken)
  const { isGreen, report } = runTests(fault.tests)
  writeFileSync(file, source)
  say(`${isGreen ? 'MISSED   ' : 'caught   '} ${fault.name}${isGreen ? '' : ` | ${why(report)}`}`)
  return !isGreen
}

/** What never ends has failed as well. */
function runTests(tests: readonly string[]): { isGreen: boolean; report: string } {
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/vitest'),
    ['run', '--project', 'node', '--project', 'client', '--bail', '1', ...tests],
    {
      cwd: copy,
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
      env: { ...process.env, ...RUNS, NO_COLOR: '1' },
    },
  )
  return { isGreen: status === 0, report: stdout + stderr }
}

/** The first line that tells which test it was, or which invariant. */
function why(report: string): string {
  const lines = report.split('\n').map((line) => line.trim())
  const line =
    lines.find((each) => /seed \d+:/.test(each)) ?? lines.find((each) => each.startsWith('FAIL'))
  return line ?? 'it did not end'
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
