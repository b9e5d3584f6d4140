/**
 * axe finds nothing at WCAG 2.2 AA on any page in any state, nothing scrolls
 * sideways, and nothing moves for those who asked for stillness.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from '@playwright/test'
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

for (const [look, options] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    for (const state of STATES) {
      test(state.name, async ({ browser, program, example }) => {
        const page = await openState(state, options, { browser, program, example })

        await expectAccessible(page)
        if (options.reducedMotion === 'reduce') expect(await movements(page)).toEqual([])
        await page.context().close()
      })
    }
  })
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Where React Aria speaks: for seconds it names what may have closed already. */
const SPOKEN = '[data-live-announcer]'

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude(SPOKEN).analyze()

  const found: string[] = []
  for (const { id, nodes } of violations) {
    for (const { html, target } of nodes) {
      const isHalfHidden = id === 'target-size' && (await isLargeInTheOpen(page, String(target[0])))
      if (!isHalfHidden) found.push(`${id}: ${html}`)
    }
  }
  expect(found).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}

/** axe measures the half of a control that shows beside a bar: it is brought into the open. */
async function isLargeInTheOpen(page: Page, selector: string): Promise<boolean> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .withRules('target-size')
    .analyze()
  return violations.length === 0
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
