/** What a plan was: since I was last here, comparing, going back beside somebody who types. */
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, letIn, test } from './people.ts'
import {
  expectSameContent,
  field,
  goToEnd,
  openPalette,
  planIdOf,
  savedAtSchool,
  writeIn,
} from './plan-page.ts'

test('leadership sees, one press from opening the plan, what two teachers wrote since', async ({
  browser,
  example,
  enter,
  program,
}) => {
  const { page: marit, visit } = await letIn(browser, example, 'leadership')
  const address = marit.url()
  // It ends when the page is left.
  await visit
  await expect(sinceLast(marit)).toBeHidden()
  await marit.goto(program.url)

  const { page: bilal } = await enter('teacher', 0)
  await writeIn(bilal, 'leadership.today', ' Gruppa møtes hver tirsdag.')
  await savedAtSchool(bilal)
  const { page: amina } = await enter('teacher', 1)
  await writeIn(amina, 'pupils.next', ' Elevrådet får svar.')
  await savedAtSchool(amina)

  await marit.goto(address)
  await sinceLast(marit).click()

  await expect(marit.getByRole('heading', { level: 1, name: 'Hva er endret' })).toBeVisible()
  await expect(marit.locator('ins')).toHaveText([
    /Gruppa møtes hver tirsdag\./,
    /Elevrådet får svar\./,
  ])
  await expect(marit.getByRole('main').getByText('2 endringer', { exact: true })).toBeVisible()
  await expect(marit.getByRole('button', { name: /^Hent tilbake/ })).toHaveCount(0)
  await expectAccessible(marit)

  // The same by keys alone: in sentences, and back to the plan.
  await marit.getByRole('radio', { name: 'I planen' }).focus()
  await marit.keyboard.press('ArrowRight')
  await expect(
    marit.getByText(/«Slik gjør vi det i dag»: «Gruppa møtes hver tirsdag\.» er lagt til\.$/),
  ).toBeVisible()
  await expect(marit.locator('ins')).toHaveCount(0)
  await marit.getByRole('link', { name: 'Tilbake til planen' }).press('Enter')
  await expect(marit.locator('[data-field-id="pupils.next"]')).toContainText('Elevrådet får svar.')
  await expect(sinceLast(marit)).toBeHidden()
})

test('a section is restored while somebody types in it and elsewhere, and nothing is lost', async ({
  enter,
}) => {
  const { page: bilal } = await enter('teacher', 0)
  await writeIn(bilal, 'leadership.today', ' Dette skal bort.')
  await savedAtSchool(bilal)
  const { page: amina } = await enter('teacher', 1)
  await goToEnd(amina, 'inclusion.next')
  await amina.keyboard.type(' Amina skriver')

  await toHistory(bilal)
  await expect(bilal.locator('ins').first()).toContainText('Dette skal bort.')
  const again = bilal.getByRole('button', { name: /^Hent tilbake delen 1/ })
  await again.press('Enter')
  const question = bilal.getByRole('dialog', { name: 'Vil du hente tilbake denne delen?' })
  await expect(question).toContainText('Ingenting går tapt')
  await amina.keyboard.type(' videre')
  await question.getByRole('button', { name: 'Hent tilbake' }).press('Enter')
  await amina.keyboard.type(' hele tiden.')

  await expect(bilal.getByText('Delen er hentet tilbake.')).toBeVisible()
  // What was there before is a version of its own, to go back to: what was pressed does that now.
  await expect(bilal.getByText('Før noe ble hentet tilbake').first()).toBeVisible()
  await expect(bilal.locator('del').first()).toContainText('Dette skal bort.')
  await expect(again).toBeFocused()
  await savedAtSchool(amina)
  await expect(field(amina, 'leadership.today')).not.toContainText('Dette skal bort.')
  await expect(field(amina, 'inclusion.next')).toContainText('Amina skriver videre hele tiden.')
  // Beside a moment that was chosen it is not among the changes any more, nor its button there.
  await bilal.goto(new URL('?from=1', bilal.url()).href)
  await bilal.getByRole('button', { name: /^Hent tilbake delen 2/ }).press('Enter')
  await question.getByRole('button', { name: 'Hent tilbake' }).press('Enter')
  await expect(bilal.getByRole('heading', { level: 1 })).toBeFocused()
  await bilal.getByRole('button', { name: 'Til planen' }).click()
  await expect(field(bilal, 'inclusion.next')).toContainText('Amina skriver videre hele tiden.')
  await expectSameContent(bilal, amina)
})

test('whose words these are is shown on demand, beside who changed a field last', async ({
  enter,
}) => {
  const { page: bilal, name } = await enter('teacher', 0)
  await writeIn(bilal, 'leadership.today', ' Gruppa møtes hver tirsdag.')
  await savedAtSchool(bilal)
  const { page: amina } = await enter('teacher', 1)
  await savedAtSchool(amina)

  const ofField = amina.locator('[data-field-id="leadership.today"]')
  await expect(ofField.getByText(`Sist endret av ${name}`)).toBeAttached()
  await amina.getByRole('button', { name: 'Versjoner og endringer' }).click()
  await amina.getByRole('menuitem', { name: 'Vis hvem som har skrevet hva' }).click()
  const legend = amina.getByRole('complementary', { name: 'Hvem har skrevet hva' })
  await expect(legend.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await expect.poll(() => paintedWords(amina)).toContain(' Gruppa møtes hver tirsdag.')

  // The caret in the words says it too, and typing goes on beside.
  await goToEnd(amina, 'leadership.today')
  await amina.keyboard.press('ArrowLeft')
  await expect(legend.getByText(`Skrevet av ${name}`)).toBeAttached()
  await legend.getByRole('button', { name: 'Skjul hvem som har skrevet hva' }).click()
  await expect(legend).toBeHidden()
  await expect.poll(() => paintedWords(amina)).toEqual([])
})

function sinceLast(page: Page) {
  return page.getByRole('link', { name: /^Se hva som er endret siden du var her sist/ })
}

/** From the plan, by the list of all commands. */
async function toHistory(page: Page): Promise<void> {
  const planId = planIdOf(page)
  const { search } = await openPalette(page)
  await search.fill('Se hva som er endret')
  await page.getByRole('menuitem', { name: 'Se hva som er endret', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/plans/${planId}/history`))
}

/** The words under the highlights of authors, in the order of the page. */
function paintedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('samplan-author-'))
      .flatMap(([, highlight]) => [...highlight].map(String)),
  )
}
