/** Parts of the discussion drawn on a page of their own, in English, with notices; a fresh one a test. */
import { i18n } from '@lingui/core'
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, vi } from 'vitest'
import type { RequestProblem } from '../../client/api/request.ts'
import {
  type DiscussSetting,
  DiscussSettingProvider,
} from '../../client/discuss/discuss-setting.ts'
import type { ShownThread } from '../../client/discuss/shown-threads.ts'
import type { Threads } from '../../client/discuss/threads.ts'
import { createUnfinished } from '../../client/discuss/unfinished.ts'
import { createObservable } from '../../client/open-plan/observable.ts'
import { Announcer } from '../../client/ui/announcer.tsx'
import { NoticeProvider } from '../../client/ui/notice.tsx'
import { LanguageProvider } from '../../client/words/language.tsx'
import { planEntry } from './hand-driven-school.ts'
import { until } from './until.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** Call it once in a test file. */
export function discussPage() {
  let root: Root
  let unfinished = createUnfinished()
  const begin = () => {
    const host = document.createElement('div')
    document.body.append(host)
    root = createRoot(host)
  }
  beforeEach(() => {
    i18n.loadAndActivate({ locale: 'en', messages: {} })
    Element.prototype.scrollIntoView = () => undefined
    unfinished = createUnfinished()
    begin()
  })
  afterEach(() => {
    act(() => root.unmount())
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })

  return {
    get unfinished() {
      return unfinished
    },
    /** @param change of what the part stands in. */
    draw(
      part: ReactNode,
      change: Partial<Omit<DiscussSetting, 'threads'>> & { threads?: Partial<Threads> } = {},
    ) {
      const setting: DiscussSetting = {
        entry: planEntry(),
        places: [],
        actionOf: () => null,
        wordsAt: () => '',
        anchoredWords: () => null,
        chosenId: null,
        goOn: () => undefined,
        choose: () => undefined,
        goToPlace: () => undefined,
        renderOwners: () => null,
        ...change,
        threads: {
          unfinished,
          shown: createObservable<readonly ShownThread[] | null>([]),
          problem: createObservable<RequestProblem | null>(null),
          take: (deed: Promise<unknown>) => deed.then(() => null),
          markSeen: () => undefined,
          ...change.threads,
        } as Threads,
      }
      act(() =>
        root.render(
          <LanguageProvider first="en" onChoose={() => undefined}>
            <Announcer>
              <NoticeProvider>
                <DiscussSettingProvider value={setting}>{part}</DiscussSettingProvider>
              </NoticeProvider>
            </Announcer>
          </LanguageProvider>,
        ),
      )
    },
    /** What was drawn is gone, as when a tablet is turned; what was begun stays. */
    clear() {
      act(() => root.unmount())
      document.body.replaceChildren()
      begin()
    },
  }
}

export function findButton(name: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('button, [role="menuitem"]')]
  return all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name) ?? null
}

export function button(name: string): HTMLElement {
  const found = findButton(name)
  if (!found) throw new Error(`no button ${name}`)
  return found
}

export function press(name: string): void {
  const one = button(name)
  act(() => one.focus())
  act(() => one.click())
}

/** null: it is not there, or hidden. */
export function box(label: string): HTMLTextAreaElement | null {
  const found = document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`)
  return found?.closest('[hidden]') ? null : found
}

export function write(label: string, words: string): void {
  act(() => {
    const area = box(label)
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, words)
    area?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Where the focus is. */
export function escape(): void {
  act(() => {
    const key = { key: 'Escape', bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
  })
}

export async function focusIs(find: () => Element | null): Promise<void> {
  await act(() => until('focused', () => find() !== null && document.activeElement === find()))
}

/** What those who listen are told. */
export async function announced(words: string): Promise<void> {
  await until(`announced: ${words}`, async () => {
    // What the timers of a moment ago have changed is drawn.
    await act(() => Promise.resolve())
    return document.querySelector('[data-live-announcer=""]')?.textContent === words
  })
}

export function noticeWords(): string {
  return document.querySelector('output')?.textContent ?? ''
}
