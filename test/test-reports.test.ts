/** What `npm test` ends with: the names of what failed, wherever it failed. */
import { expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from './support/test-reports.ts'

it('names the tests of vitest that fail, with their first lines and no colours', () => {
  const why = `\u001B[31mExpected 1\u001B[39m\n${'    at there\n'.repeat(40)}`
  const ran = readVitestReport({
    numPassedTests: 3,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'adds up', status: 'failed', failureMessages: [why] },
          { fullName: 'counts', status: 'passed' },
        ],
      },
      { name: 'b.test.ts', status: 'passed', message: '', assertionResults: [] },
    ],
  })

  expect(ran.passed).toBe(3)
  expect(ran.failing.map(({ title }) => title)).toEqual(['a.test.ts › adds up'])
  expect(ran.failing[0]?.why.split('\n')).toHaveLength(15)
  expect(ran.failing[0]?.why).toMatch(/^Expected 1\n/)
})

it('names a file that could not be run at all', () => {
  const broken = { name: 'a.test.ts', status: 'failed', message: 'no such module' }
  const testResults = [{ ...broken, assertionResults: [] }]

  const { failing } = readVitestReport({ numPassedTests: 0, testResults })

  expect(failing).toEqual([{ title: 'a.test.ts', why: 'no such module' }])
})

it('names the tests of Playwright that fail, and what failed outside of them', () => {
  const ran = readPlaywrightReport({
    stats: { expected: 1 },
    errors: [{ message: 'no browser' }],
    suites: [
      {
        title: 'doors.spec.ts',
        specs: [{ title: 'opens', tests: [browserTest('expected')] }],
        suites: [
          {
            title: 'on a phone',
            specs: [{ title: 'shuts', tests: [browserTest('unexpected', 'not shut')] }],
          },
        ],
      },
    ],
  })

  expect(ran).toEqual({
    passed: 1,
    failing: [
      { title: 'doors.spec.ts › on a phone › shuts', why: 'not shut' },
      { title: 'playwright', why: 'no browser' },
    ],
  })
})

it('tells nothing of a run that wrote nothing', () => {
  expect(readVitestReport(null)).toEqual({ passed: 0, failing: [] })
  expect(readPlaywrightReport(null)).toEqual({ passed: 0, failing: [] })
})

function browserTest(status: string, ...messages: readonly string[]) {
  return { status, results: [{ errors: messages.map((message) => ({ message })) }] }
}
