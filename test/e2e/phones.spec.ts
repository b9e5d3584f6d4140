/** Two phones and a laptop write one plan: by touch, above the keyboard, without sideways scroll (U14). */
import type { Locator, Page } from '@playwright/test'
import { inputMethodOf } from './input-method.ts'
import { expect, letIn, test } from './people.ts'
import {
  action,
  expectSameContent,
  field,
  menuTakesKeys,
  openAction,
  savedAtSchool,
  section,
  writeIn,
} from './plan-page.ts'

const UPRIGHT = { width: 360, height: 740 }
const LYING = { width: 740, height: 360 }
const TOUCH = { viewport: UPRIGHT, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const

/** What a phone leaves of its window when the keyboard is up. */
async function keyboardUp(page: Page, size: typeof UPRIGHT): Promise<void> {
  await page.setViewportSize({ width: size.width, height: Math.round(size.height * 0.45) })
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(beyond).toBe(0)
}

/** What a finger would have to aim at: controls under 44 px that are not words in a sentence. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, select, textarea, summary, label, [role="menuitem"]'
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect()
      const isHidden = width <= 1 || !control.checkVisibility({ checkVisibilityCSS: true })
      const isInSentence = control.matches('p a')
      // Named for those who listen only: closes what a tap beside it closes too.
      const isForListeners = control.parentElement?.style.clipPath === 'inset(50%)'
      if (isHidden || isInSentence || isForListeners || (width >= 43.5 && height >= 43.5)) return []
      return [`${control.outerHTML.slice(0, 120)}: ${width} x ${height}`]
    })
  })
}

async function expectFingerFriendly(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page)
  expect(await tooSmall(page)).toEqual([])
}

/** The line one writes in stands between the strip at the top and the tools at the foot. */
async function expectLineInSight(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const caret = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
        if (!caret) return 'no caret'
        const isClear = [caret.top + 2, caret.bottom - 2].every(
          (y) =>
            document.elementFromPoint(innerWidth / 2, y)?.closest('[role="textbox"]') ===
            document.activeElement,
        )
        return isClear ? 'in sight' : `covered: ${caret.top} to ${caret.bottom} of ${innerHeight}`
      }),
    )
    .toBe('in sight')
}

function tool(page: Page, name: string): Locator {
  return page.getByRole('toolbar', { name: 'Formatering' }).getByRole('button', { name })
}

test('two phones and a laptop write one plan', async ({ browser, example }) => {
  const first = (await letIn(browser, example, 'teacher', 0, TOUCH)).page
  const second = (await letIn(browser, example, 'teacher', 1, TOUCH)).page
  const laptop = (await letIn(browser, example, 'coordinator')).page
  const title = 'Makker for nye eTwinnere'

  await savedAtSchool(first)
  await expectFingerFriendly(first)
  const words = field(first, 'leadership.today').getByText('To av fem team er med.')
  await first.evaluate(() => document.fonts.ready)
  await words.tap({ position: { x: 2, y: 10 } })
  await expect(field(first, 'leadership.today')).toBeFocused()
  await keyboardUp(first, UPRIGHT)
  const keys = await inputMethodOf(first)
  await keys.word('Tre')
  await expectLineInSight(first)
  await tool(first, 'Fet').tap()
  await keys.word('lag')
  await tool(first, 'Punktliste').tap()
  await expectLineInSight(first)
  await tool(first, 'Angre').tap()
  await expectFingerFriendly(first)

  const card = await openAction(second, title)
  await card.getByText('Ferdig', { exact: true }).tap()
  await card.getByRole('button', { name: 'Flytt' }).tap()
  await menuTakesKeys(second)
  await expectFingerFriendly(second)
  await second.getByRole('menuitem', { name: 'Opp' }).tap()
  await expect(second.getByRole('menu')).toHaveCount(0)
  await expectFingerFriendly(second)
  const box = second.getByRole('checkbox').first()
  const wasTicked = await box.isChecked()
  await box.tap()
  await expect(box).toBeChecked({ checked: !wasTicked })

  await writeIn(laptop, 'leadership.today', ' Skrevet på pulten.')

  for (const page of [first, second, laptop]) {
    await expect(field(page, 'leadership.today')).toContainText('Tre lag')
    await expect(field(page, 'leadership.today').getByText('lag', { exact: true })).toHaveCount(1)
    await expect(field(page, 'leadership.today')).toContainText('Skrevet på pulten.')
    await expect(action(page, title)).toContainText('Ferdig')
    await expect(section(page, 'collaboration').getByRole('article').first()).toContainText(title)
    await expect(page.getByRole('checkbox').first()).toBeChecked({ checked: !wasTicked })
  }
  await expectSameContent(first, second, laptop)
})

test('a phone that lies on its side leaves room to write', async ({ browser, example }) => {
  const options = { ...TOUCH, viewport: LYING }
  const { page } = await letIn(browser, example, 'teacher', 0, options)
  await savedAtSchool(page)
  await expectFingerFriendly(page)

  await field(page, 'pupils.today').getByRole('paragraph').first().tap()
  await expect(field(page, 'pupils.today')).toBeFocused()
  await keyboardUp(page, LYING)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Skrevet på siden.')

  await expectLineInSight(page)
  await expectFingerFriendly(page)
  await savedAtSchool(page)
})

test('a title that is still empty is a whole line to press, on a phone and a laptop', async ({
  browser,
  example,
}) => {
  for (const device of [TOUCH, {}]) {
    const { page } = await letIn(browser, example, 'coordinator', 0, device)
    await section(page, 'leadership').getByRole('button', { name: 'Nytt tiltak' }).click()
    const card = page.getByRole('article', { name: /åpent/ })
    const title = card.getByRole('textbox', { name: 'Tittel', exact: true })
    await expect(title).toBeFocused()
    await card.focus()

    const whole = await card.boundingBox()
    const line = await title.boundingBox()
    expect(line?.width).toBeGreaterThan((whole?.width ?? Infinity) / 2)
    if ('hasTouch' in device) expect(line?.height).toBeGreaterThanOrEqual(43.5)
    await expect(card.getByText('Hva skal dere gjøre?')).toBeVisible()
    // Two lines of it on a phone.
    const hint = await card
      .getByText('Hva skal elevene bestemme, lage eller prøve ut?')
      .boundingBox()
    const role = await card.getByRole('textbox', { name: 'Elevenes rolle' }).boundingBox()
    expect(bottomOf(hint)).toBeLessThanOrEqual(bottomOf(role))
    await title.click()
    await expect(title).toBeFocused()
    await page.keyboard.type('Besøke en skole')
    await expect(title).toHaveText('Besøke en skole')
    await savedAtSchool(page)
    await page.context().close()
  }
})

function bottomOf(box: { readonly y: number; readonly height: number } | null): number {
  return box ? box.y + box.height : NaN
}
