/** What vitest and Playwright write about a run, as one list of what failed. */
import { stripVTControlCharacters } from 'node:util'

export interface Failing {
  /** The file and the names down to the test. */
  readonly title: string
  /** The first lines of what was wrong, without colours. */
  readonly why: string
}

export interface Ran {
  readonly passed: number
  readonly failing: readonly Failing[]
}

interface VitestReport {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    /** Why the file itself could not be run. */
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[]
    }[]
  }[]
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number }
  readonly suites: readonly PlaywrightSuite[]
  /** What went wrong outside every test. */
  readonly errors: readonly { readonly message?: string }[]
}

const MAX_LINES = 15

/** @param report what `--reporter=json` wrote; null: nothing. */
export function readVitestReport(report: unknown): Ran {
  if (report === null) return { passed: 0, failing: [] }
  const { numPassedTests, testResults } = report as VitestReport
  const failing = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => failed(`${name} › ${test.fullName}`, test.failureMessages?.[0]))
    return tests.length === 0 && status === 'failed' ? [failed(name, message)] : tests
  })
  return { passed: numPassedTests, failing }
}

/** @param report what the JSON reporter wrote; null: nothing. */
export function readPlaywrightReport(report: unknown): Ran {
  if (report === null) return { passed: 0, failing: [] }
  const { stats, suites, errors } = report as PlaywrightReport
  const outside = errors.map(({ message }) => failed('playwright', message))
  return { passed: stats.expected, failing: [...suites.flatMap(failingIn), ...outside] }
}

function failingIn({ title, suites = [], specs = [] }: PlaywrightSuite): readonly Failing[] {
  const own = specs.flatMap((spec) =>
    spec.tests
      // A flaky test is a failing one: retries are off, so there is none to forgive.
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => failed(spec.title, results[0]?.errors[0]?.message)),
  )
  const all = [...own, ...suites.flatMap(failingIn)]
  return all.map((test) => ({ ...test, title: `${title} › ${test.title}` }))
}

function failed(title: string, message = ''): Failing {
  const why = stripVTControlCharacters(message).split('\n').slice(0, MAX_LINES).join('\n')
  return { title, why }
}
