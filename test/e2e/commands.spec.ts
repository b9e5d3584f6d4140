/** Writing comfort by commands: the list of all of them, the slash, keys, finding. */
import type { Page } from '@playwright/test'
import { expect, test } from './people.ts'
import {
  action,
  field,
  goInto,
  goToEnd,
  menuTakesKeys,
  openAction,
  openPalette,
  runCommand,
  savedAtSchool,
  section,
  writeIn,
} from './plan-page.ts'

test('the list of all commands finds places and words, and gives the text its selection back', async ({
  enter,
}) => {
  const { page } = await enter('coordinator')
  await goToEnd(page, 'leadership.today')
  await page.keyboard.press('Shift+Home')
  const selected = await selectedWords(page)

  const list = await openPalette(page)
  await list.search.fill('ovrskr')
  await expect(list.dialog.getByText('Ingenting har disse ordene')).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(list.dialog).toBeHidden()
  await expect(field(page, 'leadership.today')).toBeFocused()
  await expect.poll(() => selectedWords(page)).toBe(selected)

  await runCommand(page, 'Fet')
  await expect(
    field(page, 'leadership.today').locator('strong').filter({ hasText: selected }),
  ).toBeVisible()

  // Without accents, to an action; and there its own commands.
  await runCommand(page, 'Språkmøte til samefolkets dag', 'sprakmote')
  const card = action(page, 'Språkmøte til samefolkets dag')
  await expect(card).toBeFocused()
  await runCommand(page, 'Status: Ferdig')
  await expect(card.getByRole('radio', { name: 'Ferdig' })).toBeChecked()

  // Words that only a closed action has.
  await openPalette(page)
  await list.search.fill('ALLE KOMMER til ord')
  // A row is meant by the mouse once that has moved.
  await page.mouse.move(1, 1)
  await page.mouse.move(2, 2)
  await list.dialog.getByRole('menuitem', { name: /alle kommer til orde/ }).click()
  await expect.poll(() => selectedWords(page)).toBe('alle kommer til ord')
})

test('an action made by its command comes into view, with the caret in its title', async ({
  enter,
}) => {
  const { page } = await enter('coordinator')
  await runCommand(page, 'Nytt tiltak: 5 Inkluderende og innovative læringsorganisasjoner')

  const title = section(page, 'inclusion').getByRole('textbox', { name: 'Tittel', exact: true })
  await expect(title).toBeFocused()
  await expect(title).toBeInViewport({ ratio: 1 })
})

test('every button of the plan page has a command', async ({ enter }) => {
  const { page } = await enter('coordinator')
  const card = await openAction(page, 'Ny møteleder hver gang')
  await card.getByRole('button', { name: 'Flytt' }).click()
  const inMenus = [...(await choicesOfMenu(page))]
  await page.getByRole('button', { name: 'Eksporter' }).click()
  inMenus.push(...(await choicesOfMenu(page)))
  await goInto(card.getByRole('textbox', { name: 'Slik gjør vi det' }))
  await expect(page.getByRole('toolbar')).toBeVisible()
  // What one does with what is said stands at its note, to which a command leads.
  const onPage = await page
    .locator('button:visible:not([aria-disabled]):not([data-discuss] button)')
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''),
    )

  expect(onPage.filter((name) => name.trim() === '')).toEqual([])
  // A pointer that rests where the list appears takes the focus to the command under it.
  await page.mouse.move(0, 0)

  const { search, dialog } = await openPalette(page)
  for (const name of new Set([...inMenus, ...onPage].map((words) => commandWords(words)))) {
    if (OWN_WAYS.some((own) => own.test(name))) continue
    await search.fill(name)
    const fitting = dialog.getByRole('menuitem').filter({ hasText: name })
    await expect.soft(fitting, name).not.toHaveCount(0)
  }
})

/** What the open menu offers; closes it. */
async function choicesOfMenu(page: Page): Promise<readonly string[]> {
  const choices = page.getByRole('menuitem')
  await menuTakesKeys(page)
  const words = await choices.allInnerTexts()
  await page.keyboard.press('Escape')
  await expect(choices).toHaveCount(0)
  return words
}

/** Buttons that need no command, each with its reason. */
const OWN_WAYS: readonly RegExp[] = [
  // They open menus whose choices are commands.
  /^Flytt$/,
  /^Eksporter$/,
  /^Versjoner og endringer$/,
  /^Avsnittstype/,
  // Letters at what is commented: 'Samtaler og forslag' leads to the notes.
  /^(Kommentar|Forslag) \w+ fra /,
  // It opens this very list.
  /^Alle kommandoer og søk$/,
]

/** How the command of a button is called, where it cannot be called quite the same. */
function commandWords(button: string): string {
  const name = button.split('\n')[0]?.trim() ?? ''
  const same: readonly (readonly [RegExp, string])[] = [
    [/^Opp$/, 'Flytt tiltaket opp'],
    [/^Ned$/, 'Flytt tiltaket ned'],
    [/^\d (.*)$/, 'Flytt tiltaket til $&'],
    [/^(Start|Frist|Første dag|Siste dag): .*$/, '$1: velg en dato'],
    [/^(Veiledning|Spørsmål): (.*)$/, 'Veiledning og spørsmål: $2'],
    [/^(PDF|Nettside \(HTML\)|Markdown)$/, 'Eksporter som $1'],
    [/^Ta med kommentarer og forslag$/, 'Eksporter med kommentarer og forslag'],
    [/^Nytt til deg, .*$/, 'Nytt til deg'],
  ]
  const [from, to] = same.find(([pattern]) => pattern.test(name)) ?? [name, name]
  return name.replace(from, to).replace('som Nettside', 'som nettside')
}

test('a slash brings blocks, beside a colleague in the same paragraph, as one step of undo', async ({
  enter,
}) => {
  const { page } = await enter('coordinator')
  const other = await enter('teacher')
  const box = field(page, 'follow-up.how')
  await goToEnd(page, 'follow-up.how')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Til slutt ')
  await savedAtSchool(page)

  await page.keyboard.type('/sita')
  const choices = page.getByRole('listbox', { name: 'Sett inn' })
  await expect(choices.getByRole('option')).toHaveText(/Sitat/)
  const option = await choices.getByRole('option').getAttribute('id')
  await expect(box).toHaveAttribute('aria-activedescendant', option ?? '')

  // Others' letters come into the same paragraph.
  const others = field(other.page, 'follow-up.how')
  await others.getByText('Til slutt').click()
  await expect(others).toBeFocused()
  await other.page.keyboard.press('Home')
  await other.page.keyboard.type('Hei! ')
  await expect(box).toContainText(/Hei! .*Til slutt \/sita/)
  await expect(choices.getByRole('option')).toHaveText(/Sitat/)
  await page.keyboard.press('Enter')
  await expect(box.locator('blockquote')).toHaveText(/^Hei! .*Til slutt/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box.locator('blockquote')).toHaveCount(0)
  await expect(box).toContainText(/Hei! .*Til slutt/)
  await expect(box).not.toContainText('/sita')

  // Escape leaves what was typed, and others' letters do not open it again.
  await page.keyboard.type('/over')
  await expect(choices).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(choices).toBeHidden()
  // The block that was taken back took the colleague's caret along.
  await others.getByText('Til slutt').click()
  await expect(others).toBeFocused()
  await other.page.keyboard.press('Home')
  await other.page.keyboard.type('Ja. ')
  await expect(box).toContainText(/Ja. .*Til slutt \/over/)
  await page.keyboard.type('alt')
  await expect(box).toContainText('/overalt')
  await expect(choices).toBeHidden()
  await expect(box).toBeFocused()
})

test('the browser finds what is folded away, and ? lists the keys until it is turned off', async ({
  enter,
}) => {
  const { page } = await enter('coordinator')
  // What the browser does when its find in page has found something there.
  const folded = page.locator('article [hidden="until-found"]', { hasText: 'alle kommer til orde' })
  await expect(folded).toHaveCount(1)
  await folded.evaluate((element) => {
    element.dispatchEvent(new Event('beforematch', { bubbles: true }))
    element.removeAttribute('hidden')
  })
  await expect(page.getByText('passer på at alle kommer til orde')).toBeVisible()
  await writeIn(page, 'leadership.next', 'Hva?')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await section(page, 'leadership').getByRole('button', { name: 'Nytt tiltak' }).focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Hurtigtaster' })
  await expect(keys.getByText('Ctrl+Shift+K')).toBeVisible()
  await keys.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('?')
  await openPalette(page)
  await expect(keys).toBeHidden()
})

function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '')
}
