/**
 * `npm test`: every test, the browser ones included. Vitest first, then
 * Playwright against the real program; both run even when the first fails.
 * Ends with one line that counts them all.
 *
 * LONG=1 runs 50 rounds of kill -9 in place of 5; PROPERTY_RUNS=n sets the runs of each property.
 *
 * Tests start programs, each server starts threads, and all of them read the same modules:
 * Node keeps what it made of them (types taken out, compiled), which is a quarter to a third
 * of the time a processor spends here. It looks at the content of a file, so that nothing
 * stale is run.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Counts {
  readonly passed: number
  readonly failed: number
}

const COMPILED = fileURLToPath(new URL('../node_modules/.cache/node-compiled', import.meta.url))

const reports = mkdtempSync(join(tmpdir(), 'samplan-test-'))

const units = runVitest()
const browsers = runPlaywright()
const passed = units.passed + browsers.passed
const failed = units.failed + browsers.failed

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function runVitest(): Counts {
  const file = join(reports, 'vitest.json')
  const status = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
  ])
  const report = readReport(file) as { numPassedTests: number; numFailedTests: number } | null
  return counts(status, report?.numPassedTests, report?.numFailedTests)
}

function runPlaywright(): Counts {
  const file = join(reports, 'playwright.json')
  const status = run('playwright', ['test', '--config', 'test/e2e/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const report = readReport(file) as {
    stats: { expected: number; unexpected: number; flaky: number }
  } | null
  // A flaky test is a failing one: retries are off, so there is none to forgive.
  return counts(
    status,
    report?.stats.expected,
    report && report.stats.unexpected + report.stats.flaky,
  )
}

/** A run that ended badly without naming a failing test counts as one failure. */
function counts(status: number, passed?: number | null, failed?: number | null): Counts {
  return {
    passed: passed ?? 0,
    failed: status === 0 ? (failed ?? 0) : Math.max(1, failed ?? 0),
  }
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
  })
  return status ?? 1
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
