/** What one who decides can do with a suggestion. */
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ShownThread } from '../../../client/discuss/shown-threads.ts'
import { SuggestionButtons } from '../../../client/discuss/suggestion-buttons.tsx'
import { createObservable } from '../../../client/open-plan/observable.ts'
import { discussPage, findButton, noticeWords, press } from '../../support/discuss-page.tsx'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'
import { until } from '../../support/until.ts'

const page = discussPage()
const anchor = { from: '', to: '', quote: 'gamle ord', before: '', after: '' }
const place = { kind: 'field', fieldId: 'leadership.today', anchor } as const
const open = { ...aThread('a', { suggestion: suggestionOf('open') }), place } as ShownThread

/** @param words that the suggestion is on, as they read now. */
function show(words: string, take?: () => Promise<'no-connection' | null>) {
  const shown = createObservable<readonly ShownThread[] | null>([open])
  page.draw(<SuggestionButtons thread={open} onRefuse={() => undefined} />, {
    anchoredWords: () => words,
    threads: { shown, ...(take && { take }) },
  })
  return shown
}

const noticeSays = (words: string) =>
  until('told', async () => {
    await act(() => Promise.resolve())
    return noticeWords().includes(words)
  })

describe('accepting a suggestion', () => {
  it.each([
    ['the first thing to do', 'gamle ord', 'main'],
    ['not the first thing to do when its words read otherwise', 'andre ord', 'plain'],
  ])('is %s', (_what, words, tone) => {
    show(words)

    expect(findButton('Accept')?.dataset['tone']).toBe(tone)
  })

  it('is told until somebody takes it back', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})))
    const shown = show('gamle ord')
    const becomes = (state: 'accepted' | 'taken-back') =>
      act(() => shown.set([{ ...open, suggestion: suggestionOf(state) }]))
    press('Accept')
    await noticeSays('is in the plan')

    becomes('accepted')
    expect(noticeWords()).toContain('Take it back')

    becomes('taken-back')
    expect(noticeWords()).toBe('')
  })

  it('says so when it could not be taken back', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})))
    let answer: 'no-connection' | null = null
    show('gamle ord', () => Promise.resolve(answer))
    press('Accept')
    await noticeSays('is in the plan')
    answer = 'no-connection'

    press('Take it back')

    await noticeSays('does not answer')
  })
})
