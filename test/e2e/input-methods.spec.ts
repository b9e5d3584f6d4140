/**
 * Typing survives dead keys, words that a phone composes, corrections and Japanese,
 * while a colleague writes in the same paragraph (U20).
 */
import type { Page } from '@playwright/test'
import { type InputMethod, inputMethodOf } from './input-method.ts'
import { expect, type Person, test } from './people.ts'
import { action, expectSameContent, field, goInto, openAction } from './plan-page.ts'

const FIELD = 'pupils.next'

/** Both in one text that holds only these words; the first composes at its end. */
async function bothIn(
  enter: (role: 'teacher', n: number) => Promise<Person>,
  words: string,
): Promise<{ readonly amina: Page; readonly bilal: Page; readonly keys: InputMethod }> {
  const { page: amina } = await enter('teacher', 0)
  const { page: bilal } = await enter('teacher', 1)
  await goInto(field(amina, FIELD))
  await amina.keyboard.press('ControlOrMeta+a')
  await amina.keyboard.press('Backspace')
  await amina.keyboard.type(words)
  await goInto(field(bilal, FIELD))
  await expect.poll(() => wordsOf(bilal)).toEqual([words])
  return { amina, bilal, keys: await inputMethodOf(amina) }
}

/** The paragraphs of the text, without the names of those who are in it. */
async function wordsOf(page: Page): Promise<string[]> {
  return field(page, FIELD).evaluate((box) => {
    const copy = box.cloneNode(true) as HTMLElement
    for (const name of copy.querySelectorAll('[aria-hidden="true"]')) name.remove()
    return [...copy.querySelectorAll('p')].map((line) => line.textContent)
  })
}

async function expectWords(pages: readonly Page[], ...words: readonly string[]): Promise<void> {
  for (const page of pages) await expect.poll(() => wordsOf(page)).toEqual(words)
  await expectSameContent(...pages)
}

/** Types at a place of the first line, counted in letters. */
async function typeAt(page: Page, at: number, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home')
  for (let step = 0; step < at; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type(words)
}

test('a composed word stays whole while a colleague writes before, in and behind it', async ({
  enter,
}) => {
  const { amina, bilal, keys } = await bothIn(enter, 'Vi ')
  const colleague = [
    () => typeAt(bilal, 0, '1'),
    async () => {
      await expect.poll(() => wordsOf(bilal)).toEqual(['1Vi mø'])
      await typeAt(bilal, 5, '2')
    },
    () => bilal.keyboard.type('3'),
    () => bilal.keyboard.press('Shift+Home'),
    () => bilal.keyboard.press('ControlOrMeta+b'),
  ]

  await keys.word('møtes', async () => colleague.shift()?.())
  await keys.word('da')

  await expectWords([amina, bilal], '1Vi m23øtes da ')
})

test('a dead key, Japanese, a word taken back and Enter in a word come out as meant', async ({
  enter,
}) => {
  const { amina, bilal, keys } = await bothIn(enter, 'Vi ')

  await keys.compose('´')
  await typeAt(bilal, 0, '1')
  await keys.commit('é')
  await keys.compose('にほ')
  await bilal.keyboard.type('2')
  await keys.compose('に')
  await keys.compose('にほん')
  await keys.commit('日本')
  await keys.compose('feil')
  await bilal.keyboard.type('3')
  await keys.compose('')
  await keys.compose('한')
  await bilal.keyboard.type('4')
  await keys.commit('한')
  await amina.keyboard.press('Enter')
  await keys.word('slutt')

  await expectWords([amina, bilal], '1234Vi é日本한', 'slutt ')
})

test('a word that is corrected afterwards is there once', async ({ enter }) => {
  const { amina, bilal, keys } = await bothIn(enter, 'Vi mtes ')

  await keys.recompose('mtes', 'møtes')
  await typeAt(bilal, 0, 'Nå: ')
  await keys.commit('møtes')
  await expectWords([amina, bilal], 'Nå: Vi møtes ')
  // As a spell checker does it: the word is chosen and replaced.
  await amina.keyboard.press('ControlOrMeta+End')
  await amina.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  // The editor has heard of what is chosen.
  await amina.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  await bilal.keyboard.type('alle ')
  await amina.evaluate(() => document.execCommand('insertText', false, 'snakkes '))

  await expectWords([amina, bilal], 'Nå: alle Vi snakkes ')
})

test('a word on which the keyboard waits goes on after a colleague’s words', async ({ enter }) => {
  const { amina, bilal, keys } = await bothIn(enter, 'Vi ')

  await keys.compose('mø')
  keys.rest()
  const ended = amina.evaluate(
    () => new Promise((resolve) => addEventListener('compositionend', resolve, { once: true })),
  )
  await typeAt(bilal, 0, '1')
  await ended
  // The system has been told; it composes only what comes now.
  await expect.poll(() => wordsOf(amina)).toEqual(['1Vi mø'])
  await keys.word('tes')

  await expectWords([amina, bilal], '1Vi møtes ')
})

test('a composition begins in an empty text with the gesture that opens it', async ({ enter }) => {
  const { amina, bilal, keys } = await bothIn(enter, '')
  await amina.keyboard.press('Escape')
  await bilal.keyboard.press('Escape')
  await expect(amina.locator(`[data-field-id="${FIELD}"] [data-static-text]`)).toBeFocused()

  await field(amina, FIELD).click()
  await keys.compose('M')
  await expect.poll(() => wordsOf(bilal)).toEqual(['M'])
  await goInto(field(bilal, FIELD))
  await bilal.keyboard.type('B')
  await keys.compose('Mø')
  keys.rest()
  await field(amina, 'models.next').click()
  await expect(field(amina, 'models.next')).toBeFocused()

  // Beside the first letter of a word that is being composed both orders are right.
  await expect.poll(() => wordsOf(amina)).toEqual([expect.stringMatching(/^(BMø|MBø|MøB)$/)])
  await expectSameContent(amina, bilal)
})

test('undo takes a composed word back whole, and none of the colleague’s', async ({ enter }) => {
  const { amina, bilal, keys } = await bothIn(enter, 'Vi ')
  await bilal.keyboard.press('ControlOrMeta+Home')
  await amina.keyboard.press('Escape')
  await goInto(field(amina, FIELD))
  await amina.keyboard.press('ControlOrMeta+End')

  for (const soFar of ['m', 'mø', 'møt', 'møte']) {
    await keys.compose(soFar)
    await expect.poll(() => wordsOf(bilal)).toContainEqual(expect.stringMatching(`Vi ${soFar}$`))
    await bilal.keyboard.type('1')
  }
  await keys.commit('møtes')
  await expectWords([amina, bilal], '1111Vi møtes')
  await amina.keyboard.press('ControlOrMeta+z')

  await expectWords([amina, bilal], '1111Vi ')
})

test('the network goes and comes back in the middle of a word', async ({ enter }) => {
  const { amina, bilal, keys } = await bothIn(enter, 'Vi ')

  await keys.compose('mø')
  await expect.poll(() => wordsOf(bilal)).toEqual(['Vi mø'])
  await amina.context().setOffline(true)
  await typeAt(bilal, 0, 'Nå: ')
  await keys.compose('møt')
  await amina.context().setOffline(false)
  await keys.compose('møte')
  await keys.commit('møtes')

  await expectWords([amina, bilal], 'Nå: Vi møtes')
})

test('a colleague moves the action, and deletes it, in the middle of a word', async ({ enter }) => {
  const { page: amina } = await enter('teacher', 0)
  const { page: bilal } = await enter('teacher', 1)
  const title = 'Ny møteleder hver gang'
  const card = await openAction(amina, title)
  await goInto(card.getByRole('textbox', { name: 'Slik gjør vi det' }))
  await amina.keyboard.press('ControlOrMeta+End')
  const bilals = await openAction(bilal, title)
  const keys = await inputMethodOf(amina)

  await keys.compose(' Vi')
  await bilals.getByRole('button', { name: 'Flytt' }).click()
  await bilal.getByRole('menuitem', { name: /Inkluderende/ }).click()
  await keys.compose(' Vi trekker')
  await keys.commit(' Vi trekker')
  await keys.word(' lodd')
  for (const page of [amina, bilal]) {
    await expect(action(page, title)).toContainText('Vi trekker lodd')
  }
  await keys.compose('sist')
  await expect(action(bilal, title)).toContainText('lodd sist')
  await action(bilal, title).getByRole('button', { name: 'Slett' }).click()
  await keys.commit('sist')

  await amina.getByRole('button', { name: 'Hent tilbake', exact: true }).first().click()
  for (const page of [amina, bilal]) {
    await expect(await openAction(page, title)).toContainText('Vi trekker lodd sist')
  }
  await expectSameContent(amina, bilal)
})
