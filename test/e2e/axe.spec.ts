/**
 * axe finds nothing at WCAG 2.2 AA on any page in any state, nothing scrolls
 * sideways, nothing moves for those who asked for stillness, and nothing is fetched
 * from anywhere but the school's own server.
 */
import type { BrowserContextOptions, Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './people.ts'
import { openState, STATES } from './states.ts'

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'light, laptop': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'dark, phone, reduced motion': {
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
  },
}

/**
 * Every second state, in turn on the phone and on the laptop: all of them take longer than a
 * push may. All in both looks with LONG=1.
 */
const isLong = process.env['LONG'] === '1'
const isIn = (at: number, nth: number) => isLong || at % 4 === 2 * nth

for (const [nth, [look, options]] of Object.entries(LOOKS).entries()) {
  test.describe(look, () => {
    for (const state of STATES.filter((_, at) => isIn(at, nth))) {
      test(state.name, async ({ browser, program, example }) => {
        const { page, foreign, close } = await openState(state, options, {
          browser,
          program,
          example,
        })

        await expectAccessible(page)
        expect(foreign).toEqual([])
        if (options.reducedMotion === 'reduce') expect(await movements(page)).toEqual([])
        await close()
      })
    }
  })
}

/** What is running: transitions and animations longer than a moment, by name and element. */
function movements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null
        return `${target?.tagName} ${target?.className}`
      }),
  )
}
