import { i18n } from '@lingui/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HistoryPage } from '../../../client/history/history-page.tsx'
import { LanguageProvider } from '../../../client/words/language.tsx'
import type { PlanMoment, VersionList } from '../../../shared/api/history.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { PLAN_ID, planEntry } from '../../support/hand-driven-school.ts'
import { EMPTY_PLAN, paragraphs, titledAction } from '../../support/plain-plan.ts'
import { until } from '../../support/until.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const KARI = { memberId: 'k'.repeat(20), name: 'Kari Nes', role: 'teacher' as const }
const VERSIONS: VersionList = {
  versions: [
    { seq: 9, kind: 'named', name: 'Before the hearing', atMs: 2000, by: [KARI] },
    { seq: 5, kind: 'automatic', name: null, atMs: 1000, by: [KARI] },
  ],
  head: 12,
}
const THEN: Plan = {
  ...EMPTY_PLAN,
  texts: { 'leadership.today': paragraphs('We meet now and then') },
  actions: [titledAction('1', 'Open lesson')],
}
const NOW: Plan = {
  ...THEN,
  texts: { 'leadership.today': paragraphs('We meet on Tuesdays') },
  actions: [titledAction('1', 'Open lesson', { status: 'done' }), titledAction('2', 'A course')],
}

let root: Root
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
  localStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const moment = (seq: number, plan: Plan): PlanMoment => ({
  seq,
  atMs: seq * 1000,
  plan,
  contentHash: '',
  restorableHash: '',
})

/** @returns what was asked for, as 'GET /api/…', with bodies. */
function show(search = '', me: Partial<ReturnType<typeof planEntry>['me']> = {}): string[] {
  history.replaceState(null, '', `/plans/${PLAN_ID}/history${search}`)
  const asked: string[] = []
  const entry = planEntry()
  const answers: Readonly<Record<string, unknown>> = {
    entry: { ...entry, me: { ...entry.me, ...me } },
    versions: VERSIONS,
    'moments/5': moment(5, THEN),
    'moments/9': moment(9, THEN),
    'moments/12': moment(12, NOW),
    visit: { last: { seq: 5, atMs: 1000 }, head: 12 },
    restore: { seq: 13 },
    'versions/9': { ...VERSIONS.versions[0], name: 'Til rektor' },
  }
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, init) => {
    const path = typeof address === 'string' ? address.replace(`/api/plans/${PLAN_ID}/`, '') : ''
    const body = typeof init?.body === 'string' ? ` ${init.body}` : ''
    asked.push(`${init?.method ?? 'GET'} ${path}${body}`)
    const answer = answers[path]
    if (answer === undefined) return Promise.reject(new TypeError('no connection'))
    return Promise.resolve(Response.json(answer))
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  root.render(
    <LanguageProvider first="en" onChoose={() => undefined}>
      <QueryClientProvider client={client}>
        <HistoryPage planId={PLAN_ID} account={null} />
      </QueryClientProvider>
    </LanguageProvider>,
  )
  return asked
}

const says = (words: string) => document.body.textContent.includes(words)
const all = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent)
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  )
async function shown(words: string): Promise<void> {
  await until(words, () => says(words))
}

it('shows what changed since the version before, and nothing else', async () => {
  show()
  await shown('We meet')

  expect(all('del')).toEqual(['Gone: now and then', 'Gone: Planned'])
  expect(all('ins').slice(0, 2)).toEqual(['New: on Tuesdays', 'New: Done'])
  expect(says('A course')).toBe(true)
  expect(says('3 changes')).toBe(true)
  expect(all('main h2')).not.toContain('2 Collaboration, sharing and teamwork')
})

it('leads from each field and action that changed to its place in the plan', async () => {
  show()
  await shown('We meet')

  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="#at="]')]
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `/plans/${PLAN_ID}#at=leadership.today&words=`,
    ...NOW.actions.map(({ id }) => `/plans/${PLAN_ID}#at=${id}.title&words=`),
  ])
  expect(links[1]?.textContent).toBe('Show in the plan: Open lesson')
})

it('lists the versions with their names and who wrote, and marks the chosen one', async () => {
  show('?from=5')
  await shown('Before the hearing')

  const chosen = document.querySelector('[aria-current="true"]')
  expect(chosen?.getAttribute('href')).toContain('from=5')
  expect(says('Kari Nes')).toBe(true)
})

it('stays as it is while another moment comes, and shows at once which was chosen', async () => {
  show()
  await shown('We meet')
  const answer = vi.mocked(fetch).getMockImplementation()!
  const held: { come?: () => void } = {}
  vi.mocked(fetch).mockImplementation((address, init) => {
    const reply = answer(address, init)
    const isHeld = typeof address === 'string' && address.endsWith('moments/5')
    return isHeld ? new Promise((come) => (held.come = () => come(reply))) : reply
  })

  document.querySelector<HTMLElement>('a[href$="from=5"]')?.click()
  await shown('Looking up what has changed')
  expect(says('We meet')).toBe(true)
  expect(document.querySelector('[aria-current="true"]')?.getAttribute('href')).toContain('from=5')

  await until('asked', () => held.come !== undefined)
  held.come?.()
  await until('come', () => !says('Looking up what has changed'))
  expect(says('We meet')).toBe(true)
})

it('makes the last visit into its moment, so that the page can be reloaded', async () => {
  const asked = show('?from=last')
  await shown('We meet')

  expect(asked).toContain('POST visit')
  expect(location.search).toBe('?from=5')
})

it('says the same in sentences, and shows the plan as it was', async () => {
  show('?view=text')
  await shown('“now and then” is replaced by “on Tuesdays”')
  expect(all('del')).toEqual([])

  root.unmount()
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  root = createRoot(host)
  show('?view=then')
  await shown('We meet now and then')
  expect(says('A course')).toBe(false)
})

it('asks before it restores, and says that nothing is lost', async () => {
  const asked = show()
  await shown('We meet')

  button('Restore the section 1 Shared leadership')?.click()
  await shown('Nothing is lost')
  expect(asked.filter((each) => each.startsWith('POST'))).toEqual([])
  button('Restore')?.click()
  await shown('The section is restored.')

  expect(asked).toContain(
    'POST restore {"seq":9,"what":{"kind":"section","sectionId":"leadership"}}',
  )
})

/** What one can do with the version that has a name. */
async function openNameMenu(): Promise<void> {
  await shown('We meet')
  button('Change the name “Before the hearing”')?.click()
  await shown('Take the name off')
}
const choice = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find(
    ({ textContent }) => textContent === name,
  )

it('calls a version something else', async () => {
  const asked = show()
  await openNameMenu()
  choice('Call it something else')?.click()
  await until('asked', () => document.querySelector('[role="dialog"] input') !== null)
  const input = document.querySelector<HTMLInputElement>('[role="dialog"] input')!
  expect(input.value).toBe('Before the hearing')

  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
    input,
    'Til rektor',
  )
  input.dispatchEvent(new Event('input', { bubbles: true }))
  button('Save the name')?.click()

  await shown('The version is called “Til rektor”.')
  expect(asked).toContain('PUT versions/9 {"name":"Til rektor"}')
})

it('takes the name off a version, and puts it back with Undo', async () => {
  const asked = show()
  await openNameMenu()

  choice('Take the name off')?.click()
  await shown('The version is still there.')
  expect(document.activeElement?.getAttribute('href')).toContain('from=9')
  button('Undo')?.click()
  await until('put back', () => asked.includes('PUT versions/9 {"name":"Before the hearing"}'))

  expect(asked.filter((each) => each.startsWith('PUT'))[0]).toBe('PUT versions/9 {"name":null}')
})

it('offers those who only read nothing that writes', async () => {
  show('', { mayWrite: false })
  await shown('We meet')

  expect(all('button').filter((words) => words.includes('Restore'))).toEqual([])
  expect(button('Change the name “Before the hearing”')).toBeUndefined()
})

it('tells those who may not see it kindly, and asks for nothing', async () => {
  const asked = show('', { mayReadHistory: false })
  await shown('You do not have access to this')

  expect(asked).toEqual(['GET entry'])
})
