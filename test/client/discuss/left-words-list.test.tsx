/** What was begun where one does not discuss any more: to read, to copy, to throw away. */
import { expect, it, onTestFinished } from 'vitest'
import { unfinishedOf } from '../../../client/discuss/kept-in-window.ts'
import { LeftWordsList } from '../../../client/discuss/left-words-list.tsx'
import { plansWithWordsInWindow } from '../../../client/open-plan/words-in-window.ts'
import { aWordsDraft } from '../../support/begun-draft.ts'
import { discussPage, findButton, press } from '../../support/discuss-page.tsx'

const page = discussPage()
const [userId, planId] = ['user', 'plan']
const slips = () => [...document.querySelectorAll('[data-draft]')].map((one) => one.textContent)

function show() {
  const unfinished = unfinishedOf(userId, planId)
  onTestFinished(() => void unfinished.drop(''))
  const begun = aWordsDraft('suggest')
  unfinished.remember(begun)
  unfinished.keep(`${begun.key}/rewrite`, 'Other words')
  unfinished.keep(`${begun.key}/words`, 'Because')
  unfinished.keep('reply:a', 'Half a sentence')
  unfinished.keep('edit:b', 'Put right')
  const chosen = { ...begun, key: 'chosen' }
  unfinished.remember(chosen)
  unfinished.keep('chosen/due', '2027-01-01')
  page.draw(<LeftWordsList userId={userId} planId={planId} />)
}

it('shows all words of one’s own, and lets go of what was only chosen', () => {
  show()

  expect(slips().map((words) => words.replace(/Copy the text.*/, ''))).toEqual([
    'Draft of a suggestionOther words\n\nBecause',
    'Draft of a replyHalf a sentence',
    'Draft of a changePut right',
  ])
  expect(unfinishedOf(userId, planId).words.get().has('chosen/due')).toBe(false)
  expect(findButton('Copy the text')).not.toBeNull()
})

it('is gone with the last of them, and then nobody is asked about it any more', () => {
  show()
  while (slips().length > 0) press('Throw away')

  expect(document.querySelector('section')).toBeNull()
  expect(plansWithWordsInWindow(userId)).toEqual([])

  press('Undo')
  expect(slips()).toEqual([expect.stringContaining('Put right')])
})
