/**
 * `npm test`: every test, the browser ones included. Vitest first, then
 * Playwright against the real program; both run even when the first fails.
 * Ends with every failing test by name, and one line that counts them all.
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
import { readPlaywrightReport, readVitestReport, type Ran } from './support/test-reports.ts'

const COMPILED = fileURLToPath(new URL('../node_modules/.cache/node-compiled', import.meta.url))

const reports = mkdtempSync(join(tmpdir(), 'samplan-test-'))

const units = runVitest()
const browsers = runPlaywright()
const passed = units.passed + browsers.passed
const failing = [...units.failing, ...browsers.failing]

// Last of all: what is kept of a long output is its end.
for (const { title, why } of failing) process.stdout.write(`\nFAILED ${title}\n${why}\n`)
process.stdout.write(`\n${passed} passed, ${failing.length} failed\n`)
process.exitCode = failing.length === 0 && passed > 0 ? 0 : 1

function runVitest(): Ran {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`]
  const status = run('vitest', ['run', ...reporters])
  return named('vitest', status, readVitestReport(readReport(file)))
}

function runPlaywright(): Ran {
  const file = join(reports, 'playwright.json')
  const status = run('playwright', ['test', '--config', 'test/e2e/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return named('playwright', status, readPlaywrightReport(readReport(file)))
}

/** A run that ended badly without naming a failing test counts as one failure. */
function named(program: string, status: number, ran: Ran): Ran {
  if (status === 0 || ran.failing.length > 0) return ran
  return { ...ran, failing: [{ title: program, why: `It ended with ${status}; see above.` }] }
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
