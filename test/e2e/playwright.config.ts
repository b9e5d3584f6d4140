/** Browser tests: the real program, real Chromium, no retries, no sleeps. */
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from './chromium.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  // While one test waits for its page, its server or a colleague, the other one works. Each
  // worker has a browser and a server of its own.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 15_000,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    launchOptions: chromiumLaunchOptions(),
    screenshot: 'only-on-failure',
    // A trace draws a plan's thousands of elements again at every step: only when asked for.
    trace: process.env['TRACE'] === '1' ? 'retain-on-failure' : 'off',
  },
})
