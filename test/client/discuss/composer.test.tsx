/** Where a thread begins: what is sent is what stands on the screen. */
import { i18n } from '@lingui/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Composer } from '../../../client/discuss/composer.tsx'
import {
  type DiscussSetting,
  DiscussSettingProvider,
  type Draft,
} from '../../../client/discuss/discuss-setting.ts'
import type { ThreadDraft } from '../../../client/discuss/threads.ts'
import { LanguageProvider } from '../../../client/words/language.tsx'
import { closeThreads, createDiscussSchool, openThreads } from '../../support/discuss-school.ts'
import { planEntry } from '../../support/hand-driven-school.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const DRAFT: Draft = {
  place: {
    kind: 'field',
    fieldId: 'leadership.today',
    anchor: { from: 'AA==', to: 'AQ==', quote: 'the words', before: '', after: '' },
  },
  quote: 'the words',
  beside: null,
  mode: 'suggest',
  goBack: () => undefined,
}

let root: Root
let host: HTMLElement
let sent: ThreadDraft[]
let page: ReturnType<typeof openThreads>

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  Element.prototype.scrollIntoView = () => undefined
  sent = []
  page = openThreads(createDiscussSchool())
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(async () => {
  await act(async () => root.unmount())
  closeThreads()
  host.remove()
  vi.unstubAllGlobals()
})

async function draw(draft: Draft = DRAFT, change: Partial<DiscussSetting> = {}): Promise<void> {
  const setting: DiscussSetting = {
    entry: planEntry(),
    threads: {
      ...page.threads,
      start(begun) {
        sent.push(begun)
        return 't'
      },
    },
    places: [],
    actionOf: () => null,
    wordsAt: () => 'all the words',
    anchoredWords: () => null,
    chosenId: null,
    choose: () => undefined,
    goToPlace: () => undefined,
    renderOwners: () => null,
    ...change,
  }
  await act(async () =>
    root.render(
      <LanguageProvider first="en" onChoose={() => undefined}>
        <DiscussSettingProvider value={setting}>
          <Composer draft={draft} onEnd={() => undefined} />
        </DiscussSettingProvider>
      </LanguageProvider>,
    ),
  )
}

const box = (label: string) => {
  const found = host.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`)
  return found?.closest('[hidden]') ? null : found
}
const REWRITE = 'The words as you would write them'

async function write(label: string, words: string): Promise<void> {
  await act(async () => {
    const area = box(label)
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, words)
    area?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function choose(mode: 'comment' | 'suggest'): Promise<void> {
  await act(async () => host.querySelector<HTMLElement>(`input[value="${mode}"]`)?.click())
}

async function press(name: string): Promise<void> {
  const button = [...host.querySelectorAll('button')].find((it) => it.textContent === name)
  await act(async () => button?.click())
}

/** The form goes and comes, as when a tablet is turned. */
async function drawAfresh(): Promise<void> {
  await act(async () => root.unmount())
  root = createRoot(host)
  await draw()
}

it('has what was written again when it comes back', async () => {
  await draw()
  await write(REWRITE, 'other words')
  await choose('comment')
  await write('Your comment', 'Half a sentence')

  await drawAfresh()
  expect(box('Your comment')?.value).toBe('Half a sentence')
  await choose('suggest')
  expect(box(REWRITE)?.value).toBe('other words')
  await press('Suggest')
  expect(sent).toMatchObject([
    { body: 'Half a sentence', suggestion: { kind: 'words', words: 'other words' } },
  ])

  await drawAfresh()
  expect(box(REWRITE)?.value).toBe('the words')
  expect(page.threads.unfinished.hasAny).toBe(false)
})

it('keeps what was written when Escape closes it, and forgets it when it is cancelled', async () => {
  await draw({ ...DRAFT, mode: 'comment' })
  await write('Your comment', 'Half a sentence')
  await act(async () => {
    box('Your comment')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    )
  })
  expect(page.threads.unfinished.hasAny).toBe(true)

  await press('Cancel')

  expect(page.threads.unfinished.hasAny).toBe(false)
})

it('sends the suggestion that stands there after looking at the comment', async () => {
  await draw()
  await write(REWRITE, 'other words')
  await choose('comment')
  expect(box(REWRITE)).toBe(null)
  await choose('suggest')

  expect(box(REWRITE)?.value).toBe('other words')
  await press('Suggest')

  expect(sent).toMatchObject([{ suggestion: { kind: 'words', words: 'other words' } }])
})

it('sends no suggestion where nothing can be suggested any more', async () => {
  await draw()
  await write(REWRITE, 'other words')
  const entry = planEntry()
  await draw(DRAFT, { entry: { ...entry, me: { ...entry.me, maySuggest: false } } })
  await write('Your comment', 'Only a comment')
  await press('Send')

  expect(sent).toMatchObject([{ body: 'Only a comment', suggestion: null }])
})
