/** The keyboard focus in a note: in the form that was opened, and back where it came from. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type DiscussSetting,
  DiscussSettingProvider,
} from '../../../client/discuss/discuss-setting.ts'
import { NoteFoot } from '../../../client/discuss/note-foot.tsx'
import type { ShownThread } from '../../../client/discuss/shown-threads.ts'
import { createUnfinished } from '../../../client/discuss/unfinished.ts'
import { createObservable } from '../../../client/open-plan/observable.ts'
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

const ME = { mayDiscuss: true, mayDecide: true }

function show(thread: ShownThread) {
  const setting = {
    entry: { planId: 'p', members: [], me: ME },
    threads: {
      unfinished: createUnfinished(),
      shown: createObservable([thread]),
      take: (deed: Promise<unknown>) => deed.then(() => null),
    },
    actionOf: () => null,
    wordsAt: () => '',
    anchoredWords: () => null,
  } as unknown as DiscussSetting
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <DiscussSettingProvider value={setting}>
          <article data-thread-id={thread.threadId} tabIndex={-1}>
            <NoteFoot thread={thread} mayTalk />
          </article>
        </DiscussSettingProvider>
      </I18nProvider>,
    ),
  )
}

function button(name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>('button, [role="menuitem"]')]
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)
  if (!found) throw new Error(`no button ${name}`)
  return found
}

function press(name: string): void {
  const one = button(name)
  act(() => one.focus())
  act(() => one.click())
}

async function focusIs(find: () => Element | null): Promise<void> {
  await act(() => until('focused', () => find() !== null && document.activeElement === find()))
}

const escape = () =>
  act(() => {
    const key = { key: 'Escape', bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
  })

describe('the focus in a note', () => {
  it.each([
    ['Reply', 'a', aThread('a')],
    ['Decline', 'b', aThread('b', { suggestion: suggestionOf('open') })],
  ])('goes from “%s” into its words and back with Escape', async (name, _id, thread) => {
    show(thread)
    press(name)
    await focusIs(() => document.querySelector('textarea'))

    escape()

    await focusIs(() => button(name))
  })

  it.each([
    ['Note a decision', 'textarea'],
    ['Give it to somebody', 'button[aria-haspopup="listbox"]'],
  ])('goes from the menu’s “%s” into its form and back to the menu', async (name, field) => {
    show(aThread('a'))
    press('More about this thread')
    press(name)
    await focusIs(() => document.querySelector(field))

    escape()

    await focusIs(() => button('More about this thread'))
  })

  it('goes to the note when the button that had it is gone', async () => {
    show(aThread('a'))
    act(() => button('Resolved').focus())

    show(aThread('a', { state: 'resolved' }))

    await focusIs(() => document.querySelector('article'))
  })

  it('stays where the person went meanwhile', () => {
    const other = document.createElement('button')
    document.body.append(other)
    show(aThread('a'))
    act(() => button('Resolved').focus())
    act(() => other.focus())

    show(aThread('a', { state: 'resolved' }))

    expect(document.activeElement).toBe(other)
  })
})
