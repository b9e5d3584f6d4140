/** What one who decides can do with a suggestion. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type DiscussSetting,
  DiscussSettingProvider,
} from '../../../client/discuss/discuss-setting.ts'
import type { ShownThread } from '../../../client/discuss/shown-threads.ts'
import { SuggestionButtons } from '../../../client/discuss/suggestion-part.tsx'
import { createObservable } from '../../../client/open-plan/observable.ts'
import { NoticeProvider } from '../../../client/ui/notice.tsx'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'
import { until } from '../../support/until.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
beforeEach(() => {
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const anchor = { from: '', to: '', quote: 'gamle ord', before: '', after: '' }
const place = { kind: 'field', fieldId: 'leadership.today', anchor } as const
const open = { ...aThread('a', { suggestion: suggestionOf('open') }), place } as ShownThread

/** @param words that the suggestion is on, as they read now. */
function show(words: string) {
  const shown = createObservable<readonly ShownThread[]>([open])
  const setting = {
    entry: { planId: 'p', me: { mayDecide: true } },
    threads: {
      shown,
      take: (deed: Promise<unknown>) => deed.then(() => null),
    },
    anchoredWords: () => words,
  } as unknown as DiscussSetting
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <NoticeProvider>
          <DiscussSettingProvider value={setting}>
            <SuggestionButtons thread={open} onRefuse={() => undefined} />
          </DiscussSettingProvider>
        </NoticeProvider>
      </I18nProvider>,
    ),
  )
  return shown
}

const accept = () => document.querySelector<HTMLElement>('button')
const notice = () => document.querySelector('output')?.textContent ?? ''

describe('accepting a suggestion', () => {
  it.each([
    ['the first thing to do', 'gamle ord', 'main'],
    ['not the first thing to do when its words read otherwise', 'andre ord', 'plain'],
  ])('is %s', (_what, words, tone) => {
    show(words)

    expect(accept()?.dataset['tone']).toBe(tone)
  })

  it('is told until somebody takes it back', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})))
    const shown = show('gamle ord')
    const becomes = (state: 'accepted' | 'taken-back') =>
      act(() => shown.set([{ ...open, suggestion: suggestionOf(state) }]))
    act(() => accept()?.click())
    await until('told', async () => {
      await act(() => Promise.resolve())
      return notice().includes('is in the plan')
    })

    becomes('accepted')
    expect(notice()).toContain('Take it back')

    becomes('taken-back')
    expect(notice()).toBe('')
  })
})
