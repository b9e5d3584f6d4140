/** What axe, and a ruler, say of the page that is shown. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Where React Aria speaks: for seconds it names what may have closed already. */
const SPOKEN = '[data-live-announcer]'

/** React Aria hides all else from everyone while one is open. */
const DIALOG = '[role="dialog"]'

/**
 * axe finds nothing at WCAG 2.2 AA, and nothing scrolls sideways.
 *
 * @param part a selector of what is new on the page: a whole plan takes axe seconds, and is looked
 *   at in axe.spec.ts.
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  const axe = axeOf(page).withTags(TAGS).exclude(SPOKEN)
  if (part !== undefined) axe.include(part)
  // Behind a dialog there is nothing for anybody until it is closed.
  if (await page.locator(DIALOG).first().isVisible()) axe.include(DIALOG)
  const { violations } = await axe.analyze()

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
  const { violations } = await axeOf(page).include(selector).withRules('target-size').analyze()
  return violations.length === 0
}

/**
 * It tells what is wrong, without all that is right beside it, and puts that together in the page
 * itself: a blank one of its own is for frames from elsewhere, of which there are none here.
 */
function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}
