import { i18n } from '@lingui/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { SinceLastNote } from '../../../client/history/since-last-note.tsx'
import { LanguageProvider } from '../../../client/words/language.tsx'
import { until } from '../../support/until.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const KARI = { memberId: 'k'.repeat(20), name: 'Kari Nes', role: 'teacher' as const }

let root: Root
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

/** @returns how often the visit was told. */
function show(): () => number {
  let visits = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation((address) => {
    const isVisit = typeof address === 'string' && address.endsWith('/visit')
    if (isVisit) visits += 1
    return Promise.resolve(
      Response.json(
        isVisit
          ? { last: { seq: 7, atMs: 1000 }, head: 9 }
          : { places: { 'field:leadership.today': { by: KARI, atMs: 2000 } }, seq: 9 },
      ),
    )
  })
  const host = document.createElement('div')
  const text = document.createElement('div')
  text.setAttribute('role', 'textbox')
  text.tabIndex = 0
  document.body.append(text, host)
  root = createRoot(host)
  return () => visits
}

function draw(planId: string): void {
  root.render(
    <LanguageProvider first="en" onChoose={() => undefined}>
      <QueryClientProvider client={new QueryClient()}>
        <SinceLastNote planId={planId} myMemberId={'m'.repeat(20)} />
      </QueryClientProvider>
    </LanguageProvider>,
  )
}

const link = () => document.querySelector('a')
const textbox = () => document.querySelector<HTMLElement>('[role="textbox"]')

it('leads to what changed since I was last here, and names who did it', async () => {
  const visits = show()
  draw('one')
  await until('the line', () => link() !== null)

  expect(link()?.getAttribute('href')).toBe('/plans/one/history?from=7')
  expect(document.body.textContent).toContain('Kari Nes')
  expect(visits()).toBe(1)
})

it('waits while somebody types, and comes when they leave the text', async () => {
  const visits = show()
  textbox()?.focus()
  draw('two')
  await until('the visit', () => visits() === 1)
  await settled()
  expect(link()).toBeNull()

  textbox()?.blur()

  await until('the line', () => link() !== null)
})

it('can be put away, and stays away', async () => {
  show()
  draw('three')
  await until('the line', () => link() !== null)

  document.querySelector('button')?.click()
  await until('nothing', () => link() === null)
  draw('three')
  await settled()

  expect(link()).toBeNull()
})

/** What has been asked for is answered and drawn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve))
}
