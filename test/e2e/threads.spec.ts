/** People talk about a plan beside its text: two browsers and a phone, live. */
import { discussionLoaded, beginComment, chooseWords, highlighted, note, WORDS } from './discuss.ts'
import { expect, letIn, test } from './people.ts'
import {
  expectSameContent,
  field,
  goInto,
  goOffline,
  goToEnd,
  planIdOf,
  savedAtSchool,
} from './plan-page.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const TEXT = 'leadership.today'

test('a reader on a phone comments on words, a teacher answers beside them, both live', async ({
  browser,
  example,
  enter,
}) => {
  const amina = await enter('teacher', 1)
  const { page: phone } = await letIn(browser, example, 'leadership', 1, PHONE)
  await discussionLoaded(phone)
  await discussionLoaded(amina.page)

  await beginComment(phone, TEXT, WORDS)
  await phone.keyboard.type('Alle? @Amin')
  await expect(phone.getByRole('option', { name: 'Amina Warsame' })).toBeVisible()
  await phone.keyboard.press('Enter')
  await expect(phone.getByRole('textbox', { name: 'Kommentaren din' })).toHaveValue(
    'Alle? @Amina Warsame ',
  )
  await phone.keyboard.type('vet du?')
  await phone.getByRole('button', { name: 'Send' }).click()
  await expect(note(phone, 'Alle?')).toContainText('@Amina Warsame vet du?')

  // Beside its words, with its letter on them, and new.
  const beside = note(amina.page, 'Alle?')
  await expect(beside).toHaveAttribute('data-unread', 'true')
  await expect.poll(() => highlighted(amina.page, 'comment')).toEqual([WORDS])
  await amina.page
    .getByRole('button', { name: /^Kommentar . fra Sigrid/ })
    .filter({ visible: true })
    .last()
    .scrollIntoViewIfNeeded()
  const letter = amina.page
    .locator(`[data-text-id="${TEXT}"]`)
    .getByRole('button', { name: /fra Sigrid/ })
  await letter.click()
  await expect(beside).toBeFocused()
  await expect(beside).toHaveAttribute('data-unread', 'false')
  await expect(async () => {
    const [atWords, atNote] = [await letter.boundingBox(), await beside.boundingBox()]
    expect(Math.abs(atWords!.y - atNote!.y)).toBeLessThan(40)
  }).toPass({ timeout: 10_000 })

  await beside.getByRole('button', { name: 'Svar' }).click()
  await expect(amina.page.getByRole('textbox', { name: 'Svaret ditt' })).toBeFocused()
  await amina.page.keyboard.type('Ja, alle ni.')
  await amina.page.keyboard.press('ControlOrMeta+Enter')
  await expect(note(phone, 'Alle?')).toContainText('Ja, alle ni.')

  // The words stay found while somebody writes before them, and the letter goes along.
  await goInto(field(amina.page, TEXT))
  await amina.page.keyboard.press('ControlOrMeta+Home')
  await amina.page.keyboard.type('Nå: ')
  await expect.poll(() => highlighted(amina.page, 'chosen')).toContain(WORDS)
  await savedAtSchool(amina.page)

  await note(amina.page, 'Alle?').getByRole('button', { name: 'Løst' }).click()
  await expect(note(amina.page, 'Alle?')).toHaveAttribute('data-state', 'resolved')
  await expect(note(phone, 'Alle?')).toHaveAttribute('data-state', 'resolved')
})

test('who may only read suggests words, a teacher takes them, and takes them back', async ({
  browser,
  example,
  enter,
}) => {
  const amina = await enter('teacher', 1)
  const { page: phone } = await letIn(browser, example, 'leadership', 1, PHONE)
  await discussionLoaded(phone)
  await discussionLoaded(amina.page)
  await beginComment(phone, TEXT, WORDS)
  await phone.getByText('Foreslå', { exact: true }).first().click()
  await phone
    .getByRole('textbox', { name: 'Slik du ville skrevet det' })
    .fill('fører alle prosjektene')
  await phone.getByRole('textbox', { name: /^Hvorfor/ }).fill('Det er flere enn ett.')
  await phone.getByRole('button', { name: 'Foreslå', exact: true }).click()
  await expect(
    note(phone, 'Det er flere enn ett.').getByRole('button', { name: 'Godta' }),
  ).toHaveCount(0)

  const suggestion = note(amina.page, 'Det er flere enn ett.')
  await expect(suggestion.locator('del')).toContainText('registrerer')
  await expect(suggestion.locator('ins')).toContainText('fører alle')
  await expect.poll(() => highlighted(amina.page, 'gone')).toEqual(['registrerer'])
  await suggestion.getByRole('button', { name: 'Godta', exact: true }).click()
  await expect(field(amina.page, TEXT)).toContainText('fører alle prosjektene')
  await expect(phone.locator(`[data-text-id="${TEXT}"]`)).toContainText('fører alle prosjektene')
  await expect.poll(() => highlighted(amina.page, 'gone')).toEqual([])

  await amina.page.getByRole('button', { name: 'Ta det tilbake' }).first().click()
  await expect(field(amina.page, TEXT)).toContainText(WORDS)
  await expect(note(amina.page, 'Det er flere enn ett.')).toContainText(
    'tatt tilbake av Amina Warsame',
  )
  await expectSameContent(amina.page)
})

test('words that are taken out leave their thread as an orphan with its quote', async ({
  enter,
}) => {
  const { page } = await enter('teacher', 0)
  await discussionLoaded(page)
  await chooseWords(page, TEXT, WORDS)
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await expect(page.getByRole('textbox', { name: 'Kommentaren din' })).toBeFocused()
  await page.keyboard.type('Hvilke?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(note(page, 'Hvilke?')).toBeFocused()

  await goInto(field(page, TEXT))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Helt nytt.')

  await expect(note(page, 'Hvilke?')).toContainText('Ordene finnes ikke lenger')
  await expect(note(page, 'Hvilke?')).toContainText(WORDS)
  await expect.poll(() => highlighted(page, 'chosen')).toEqual([])
})

test('what is said without a connection waits, says so, and is sent when there is one', async ({
  enter,
}) => {
  const amina = await enter('teacher', 1)
  const bilal = await enter('teacher', 0)
  await discussionLoaded(amina.page)
  await discussionLoaded(bilal.page)

  await goOffline(amina.page)
  await beginComment(amina.page, TEXT, WORDS)
  await amina.page.keyboard.type('Sagt uten nett')
  await amina.page.getByRole('button', { name: 'Send' }).click()
  await expect(note(amina.page, 'Sagt uten nett')).toContainText('Venter på å bli sendt')
  await amina.page.context().setOffline(false)

  await expect(note(bilal.page, 'Sagt uten nett')).toBeVisible()
  await expect(note(amina.page, 'Sagt uten nett')).not.toContainText('Venter')
})

test('by keyboard: from the text to the notes and back, and from a link to its thread', async ({
  enter,
}) => {
  const { page } = await enter('teacher', 0)
  await discussionLoaded(page)
  await goToEnd(page, TEXT)

  await page.keyboard.press('F6')
  await expect(page.locator('[data-thread-id]:focus')).toBeVisible()
  const threadId = await page.locator('[data-thread-id]:focus').getAttribute('data-thread-id')
  await page.keyboard.press('F6')
  await expect(field(page, TEXT)).toBeFocused()

  await page.goto(new URL(`/plans/${planIdOf(page)}?thread=${threadId}`, page.url()).href)
  const linked = page.locator(`[data-thread-id="${threadId}"]`)
  await expect(linked).toBeFocused()
  await expect(linked).toBeInViewport({ ratio: 1 })
  await expect(page).toHaveURL((address) => address.search === '')
})
