/** A language that runs from right to left turns every page over, and nothing falls off it. */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Demo } from '../../shared/api/demo.ts'
import { speakPseudo } from '../support/pseudo-language.ts'
import { expect, test } from './people.ts'
import { field, goToEnd, openAction } from './plan-page.ts'

const SCREENS = {
  laptop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>

for (const [screen, options] of Object.entries(SCREENS)) {
  test(`the pages run from right to left on a ${screen}`, async ({ browser, example, program }) => {
    const page = await pageFor(browser, options)
    const { played } = await speakPseudo(page, 'nb')

    await page.goto(program.url)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[\u05d0-\u05ea\s<>e-]+/)
    await expectNothingFallsOff(page)

    await page.goto(signInOf(example))
    await expect(field(page, 'leadership.today')).toBeVisible()
    await expectNothingFallsOff(page)
    await field(page, 'pupils.today').click()
    await expect(page.getByRole('toolbar').first()).toBeVisible()
    await expectNothingFallsOff(page)
    const card = await openAction(page, 'Makker for nye eTwinnere')
    await expect(card.getByRole('radio').first()).toBeAttached()
    await expectNothingFallsOff(page)

    await page.goto(program.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothingFallsOff(page)

    expect(played.catalogs).toBeGreaterThan(0)
    expect(played.traits).toBeGreaterThan(0)
  })
}

test('the plan page is the mirror image of itself', async ({ browser, example }) => {
  const straight = await pageFor(browser, SCREENS.laptop)
  const turned = await pageFor(browser, SCREENS.laptop)
  await speakPseudo(turned, 'nb')
  for (const page of [straight, turned]) {
    await page.goto(signInOf(example))
    await expect(field(page, 'leadership.today')).toBeVisible()
  }

  // What comes last to a page may push a part of it: both are there when both are still.
  await expect(async () => {
    const [outline, ...others] = await edges(straight)
    const mirrored = await edges(turned)
    expect(outline?.start).toBe(0)
    for (const [index, box] of [outline, ...others].entries()) {
      expect(Math.abs((mirrored[index]?.start ?? -1) - (box?.start ?? 0))).toBeLessThanOrEqual(1)
      expect(Math.abs((mirrored[index]?.size ?? -1) - (box?.size ?? 0))).toBeLessThanOrEqual(1)
    }
  }).toPass({ timeout: 10_000 })
})

test('a text runs as its own letters do, whatever the page', async ({ enter }) => {
  const { page } = await enter('teacher')

  await goToEnd(page, 'school.vision')
  await page.keyboard.press('Enter')
  await page.keyboard.type('שלום')

  const ends = await field(page, 'school.vision').evaluate((box) => {
    const paragraph = [...box.querySelectorAll('p')].find((it) => it.textContent.includes('שלום'))
    if (!paragraph) throw new Error('the text has no such paragraph')
    const range = document.createRange()
    range.selectNodeContents(paragraph)
    const { left, right } = range.getBoundingClientRect()
    const outer = paragraph.getBoundingClientRect()
    return { before: left - outer.left, after: outer.right - right }
  })
  expect(ends.after).toBeLessThan(2)
  expect(ends.before).toBeGreaterThan(100)
})

async function pageFor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, serviceWorkers: 'block' })
  return context.newPage()
}

function signInOf(example: Demo): string {
  return example.people.find(({ role }) => role === 'teacher')?.signInUrl ?? ''
}

/** No sideways scroll, and no control with an edge outside the window. */
async function expectNothingFallsOff(page: Page): Promise<void> {
  const fallen = () =>
    page.evaluate(() => {
      const room = document.documentElement.clientWidth
      const overflow = document.documentElement.scrollWidth - room
      const outside = [
        ...document.querySelectorAll('button, a, input, [role="textbox"], h1, h2, h3'),
      ]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > room + 1))
        .map(({ element }) => element.outerHTML.slice(0, 200))
      return { overflow, outside }
    })

  await expect.poll(fallen).toEqual({ overflow: 0, outside: [] })
}

/** Where the parts of the plan page begin, counted from where its lines begin. */
function edges(page: Page): Promise<{ readonly start: number; readonly size: number }[]> {
  return page.evaluate(() => {
    const isTurned = document.documentElement.dir === 'rtl'
    const room = document.documentElement.clientWidth
    const parts = [
      'nav',
      'main',
      '[data-section-id="leadership"]',
      '[data-field-id="leadership.today"]',
    ]
    return parts.map((part) => {
      const shown = [...document.querySelectorAll(part)].find((it) => it.checkVisibility())
      if (!shown) throw new Error(`the page shows no ${part}`)
      const box = shown.getBoundingClientRect()
      return { start: isTurned ? room - box.right : box.left, size: box.width }
    })
  })
}
