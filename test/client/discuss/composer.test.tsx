/** Where a thread begins: what is sent is what stands on the screen. */
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { Composer } from '../../../client/discuss/composer.tsx'
import type { DiscussSetting, Draft } from '../../../client/discuss/discuss-setting.ts'
import { aWordsDraft } from '../../support/begun-draft.ts'
import type { ThreadDraft } from '../../../client/discuss/threads.ts'
import { box, discussPage, press, write } from '../../support/discuss-page.tsx'
import { planEntry } from '../../support/hand-driven-school.ts'
import { titledAction } from '../../support/plain-plan.ts'

const DRAFT: Draft = { ...aWordsDraft('suggest'), goBack: () => undefined }

const page = discussPage()
let sent: ThreadDraft[]
let left: string[]
beforeEach(() => {
  sent = []
  left = []
})

function draw(draft: Draft = DRAFT, change: Partial<Omit<DiscussSetting, 'threads'>> = {}): void {
  page.draw(
    <Composer
      draft={draft}
      onSent={() => left.push('sent')}
      onLeave={() => left.push('left')}
      onGiveUp={() => left.push('given up')}
    />,
    {
      wordsAt: () => 'all the words',
      ...change,
      threads: {
        start(begun) {
          sent.push(begun)
          return 't'
        },
      },
    },
  )
}

const REWRITE = 'The words as you would write them'

function choose(mode: 'comment' | 'suggest'): void {
  act(() => document.querySelector<HTMLElement>(`input[value="${mode}"]`)?.click())
}

it('has what was written again when it comes back', () => {
  draw()
  write(REWRITE, 'other words')
  choose('comment')
  write('Your comment', 'Half a sentence')

  page.clear()
  draw()
  expect(box('Your comment')?.value).toBe('Half a sentence')
  choose('suggest')
  expect(box(REWRITE)?.value).toBe('other words')
  press('Suggest')
  expect(sent).toMatchObject([
    { body: 'Half a sentence', suggestion: { kind: 'words', words: 'other words' } },
  ])

  page.clear()
  draw()
  expect(box(REWRITE)?.value).toBe('the words')
  expect(page.unfinished.hasAny).toBe(false)
})

it('has the fact that was chosen again when it comes back', () => {
  const action = titledAction('1', 'Open lesson')
  const place = { kind: 'action', actionId: action.id, part: 'status', anchor: null } as const
  const draft: Draft = { ...DRAFT, key: 'an action', place, quote: null }
  const setting = { actionOf: () => action }
  draw(draft, setting)
  act(() => document.querySelector<HTMLElement>('input[value="done"]')?.click())

  page.clear()
  draw(draft, setting)
  press('Suggest')

  expect(sent).toMatchObject([
    { place, suggestion: { kind: 'fact', fact: 'status', from: 'planned', to: 'done' } },
  ])
  expect(page.unfinished.hasAny).toBe(false)
})

it('is left by Escape with its words kept, and given up by Cancel', () => {
  draw({ ...DRAFT, mode: 'comment' })
  write('Your comment', 'Half a sentence')
  act(() => {
    const key = { key: 'Escape', bubbles: true }
    box('Your comment')?.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  expect(left).toEqual(['left'])
  expect(page.unfinished.hasAny).toBe(true)

  press('Cancel')
  expect(left).toEqual(['left', 'given up'])
})

it('sends the suggestion that stands there after looking at the comment', () => {
  draw()
  write(REWRITE, 'other words')
  choose('comment')
  expect(box(REWRITE)).toBe(null)
  choose('suggest')

  expect(box(REWRITE)?.value).toBe('other words')
  press('Suggest')

  expect(sent).toMatchObject([{ suggestion: { kind: 'words', words: 'other words' } }])
  expect(left).toEqual(['sent'])
})

it('sends no suggestion where nothing can be suggested any more', () => {
  draw()
  write(REWRITE, 'other words')
  const entry = planEntry()
  draw(DRAFT, { entry: { ...entry, me: { ...entry.me, maySuggest: false } } })
  write('Your comment', 'Only a comment')
  press('Send')

  expect(sent).toMatchObject([{ body: 'Only a comment', suggestion: null }])
})
