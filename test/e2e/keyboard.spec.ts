/** The whole way without a mouse: in, to a field, write, format, an action, take it out. */
import type { Page } from '@playwright/test'
import { expect, test } from './people.ts'
import {
  action,
  expectSameContent,
  field,
  goInto,
  menuTakesKeys,
  openAction,
  SCHOOL_IS_MADE,
  section,
} from './plan-page.ts'

test('a teacher writes, formats, makes and moves an action by keyboard only', async ({
  page,
  program,
}) => {
  await page.goto(program.url)
  await expect(page.getByRole('button', { name: 'Prøv eksempelplanen' })).toBeVisible()
  await tabTo(page, 'Prøv eksempelplanen')
  await page.keyboard.press('Enter')
  await expect(field(page, 'leadership.today')).toBeVisible(SCHOOL_IS_MADE)

  // Into the plan past the bar, then to the first text.
  await tabTo(page, 'Hopp til innholdet')
  await page.keyboard.press('Enter')
  await tabUntil(page, () => field(page, 'school.about').evaluate(isFocused))
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Et mellomord')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('Fet')
  await page.keyboard.press('ControlOrMeta+b')
  await expect(
    field(page, 'school.about').getByRole('heading', { name: 'Et mellomord' }),
  ).toBeVisible()
  await expect(field(page, 'school.about').locator('strong', { hasText: 'Fet' })).toBeVisible()

  // Tab leaves the text; Escape, too, without losing the place.
  await page.keyboard.press('Escape')
  await expect(field(page, 'school.about')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(field(page, 'school.about')).not.toBeFocused()

  await section(page, 'leadership').getByRole('button', { name: 'Nytt tiltak' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Tittel', exact: true })).toBeFocused()
  await page.keyboard.type('Med tastatur')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(section(page, 'leadership').getByRole('article').nth(2)).toContainText(
    'Med tastatur',
  )
  await tabUntil(page, () => page.getByRole('radio', { name: 'Planlagt' }).evaluate(isFocused))
  await page.keyboard.press('ArrowRight')
  await expect(action(page, 'Med tastatur').getByRole('radio', { name: 'I gang' })).toBeChecked()

  // To another commitment: the focus goes along, and the keys work there at once.
  await tabUntil(page, () =>
    action(page, 'Med tastatur').getByRole('button', { name: 'Flytt' }).evaluate(isFocused),
  )
  await page.keyboard.press('Enter')
  await menuTakesKeys(page)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const moved = section(page, 'models').getByRole('article').filter({ hasText: 'Med tastatur' })
  await expect(moved).toBeFocused()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(section(page, 'models').getByRole('article').nth(2)).toContainText('Med tastatur')
  await expect(moved).toBeFocused()
  await expectSameContent(page)
})

test('undo takes an action back to where it was, and the focus with it', async ({ enter }) => {
  const { page } = await enter('coordinator')
  const title = 'Ny møteleder hver gang'
  const here = section(page, 'leadership').getByRole('article').filter({ hasText: title })
  const card = await openAction(page, title)
  await card.getByRole('button', { name: 'Flytt' }).click()
  await page.getByRole('menuitem', { name: /Modeller for andre skoler/ }).click()
  await expect(section(page, 'models').getByRole('article', { name: /åpent/ })).toBeFocused()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(here).toBeFocused()
  await expect(here.getByRole('heading', { name: title })).toBeInViewport()
  await expect(page.getByText('Flyttet til Felles lederskap')).toBeAttached()

  // The notice goes with what it is about; its button brings the action back, and the focus to it.
  const row = here.getByRole('heading').getByRole('button', { name: title })
  const notice = page.getByText('Tiltaket er slettet', { exact: true })
  await here.getByRole('button', { name: 'Slett' }).click()
  await expect(notice).toBeVisible()
  await expect(here).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(row).toBeFocused()
  await expect(notice).toHaveCount(0)

  await page.keyboard.press('Enter')
  await here.getByRole('button', { name: 'Slett' }).click()
  await page.getByRole('status').getByRole('button', { name: 'Hent tilbake' }).click()
  await expect(row).toBeFocused()
  await expect(row).toBeInViewport()
  await expect(notice).toHaveCount(0)
})

test('keys that waited while the page was busy go where the caret is seen', async ({ enter }) => {
  const { page } = await enter('teacher')
  const text = field(page, 'models.next')
  await goInto(text)
  await expect(page.getByRole('toolbar')).toBeVisible()
  await page.evaluate(() => {
    setTimeout(() => {
      const endMs = performance.now() + 500
      while (performance.now() < endMs);
    })
  })

  await pressAtOnce(page, [
    { key: 'End', windowsVirtualKeyCode: 35, modifiers: 2, commands: ['MoveToEndOfDocument'] },
    { key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
    ...['S', 'i', 's', 't'].map((key) => ({ key, text: key })),
  ])

  await expect(text.locator('p').last()).toHaveText('Sist')
})

/** All of them on their way before the page has taken the first. */
async function pressAtOnce(page: Page, keys: readonly object[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const send = (type: 'keyDown' | 'keyUp', key: object) =>
    devtools.send('Input.dispatchKeyEvent', { type, ...key })
  await Promise.all(keys.flatMap((key) => [send('keyDown', key), send('keyUp', key)]))
}

function isFocused(element: Element): boolean {
  return element === document.activeElement || element.contains(document.activeElement)
}

/** Presses Tab until the focused thing has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  await tabUntil(page, () =>
    page.evaluate(
      (wanted) =>
        document.activeElement?.matches('a, button') === true &&
        document.activeElement.textContent.includes(wanted),
      name,
    ),
  )
}

async function tabUntil(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    if (await reached()) return
  }
  throw new Error('120 times Tab did not get there')
}
