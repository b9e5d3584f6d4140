import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MySchool } from '../../../shared/api/me.ts'
import type { PlanSummary } from '../../../shared/api/plans.ts'
import { recallAll } from '../../../client/api/remembered.ts'
import { StartPage } from '../../../client/plans/start-page.tsx'
import { until } from '../../support/until.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const TERNVAG = school('ternvag', 'Ternvåg skole', 'teacher')
const GRONNVIKA = school('gronnvika', 'Grønnvika skole', 'leadership')

let root: Root
beforeEach(() => {
  // jsdom has none.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  localStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function school(schoolId: string, name: string, role: MySchool['role']): MySchool {
  const today = '2026-11-26' as MySchool['today']
  return { schoolId, name, memberId: `m-${schoolId}`, role, today }
}

function plan(planId: string, title: string, changedAtMs: number): PlanSummary {
  const dates = { periodStart: null, periodEnd: null }
  const leaders = { head: null, responsible: [] }
  return { planId, title, state: 'active', ...dates, wheel: [], changedAtMs, leaders }
}

/** @param plans what each school answers; one that is not here does not. */
function show(schools: readonly MySchool[], plans: Readonly<Record<string, PlanSummary[]>>): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation((address) => {
    const asked = typeof address === 'string' ? address : ''
    const found = Object.entries(plans).find(([id]) => asked.includes(`/${id}/`))
    if (!found) return Promise.reject(new TypeError('no connection'))
    return Promise.resolve(Response.json({ plans: found[1] }))
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  root.render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <StartPage
          user={{ userId: 'kari', name: 'Kari Nes', language: 'en', example: false }}
          schools={[...schools]}
          ended={[]}
          account={null}
          renderSchool={({ name }) => name}
          plansOnDevice={() => Promise.resolve([])}
          waiting={null}
          drawer={<p>The drawer</p>}
        />
      </QueryClientProvider>
    </I18nProvider>,
  )
}

const says = (words: string) => document.body.textContent.includes(words)
const headings = () => [...document.querySelectorAll('main h2')].map((each) => each.textContent)
const link = (words: string) =>
  [...document.querySelectorAll('a')].find(({ textContent }) => textContent.includes(words))

it('lists the plans of each school under its name, and new ones where one may make them', async () => {
  show([TERNVAG, GRONNVIKA], {
    ternvag: [plan('old', 'Møter Europa', 1)],
    gronnvika: [plan('new', 'Ut i verden', 2)],
  })
  await until('both lists', () => says('Møter Europa') && says('Ut i verden'))

  expect(headings()).toEqual(['Ternvåg skole', 'Grønnvika skole'])
  expect(document.querySelectorAll('[aria-label="New plan: Ternvåg skole"]')).toHaveLength(1)
  expect(document.querySelectorAll('[aria-label^="New plan"]')).toHaveLength(1)
  expect(link('Read the plan')?.getAttribute('href')).toBe('/plans/new')
})

it('looks as ever for one school', async () => {
  show([TERNVAG], { ternvag: [plan('old', 'Møter Europa', 1)] })
  await until('the list', () => says('Møter Europa'))

  expect(headings()).toEqual(['Our plans'])
  expect(link('Continue writing')?.getAttribute('href')).toBe('/plans/old')
  expect(says('The drawer')).toBe(true)
})

it('has the drawer also for those who belong to no school', async () => {
  show([], {})
  await until('the page', () => says('You do not belong to a school yet'))

  expect(says('The drawer')).toBe(true)
})

it('names the school of what needs a connection, without one', async () => {
  const remembered = { ternvag: [plan('old', 'Møter Europa', 1)], gronnvika: [] }
  show([TERNVAG, GRONNVIKA], remembered)
  await until('drawn', () => says('Møter Europa'))
  await until('remembered', () => recallAll('plans.').length === 2)

  root.unmount()
  root = createRoot(document.body.firstElementChild!)
  show([TERNVAG, GRONNVIKA], {})
  await until('the offline page', () => says('No connection to the school.'))

  expect(headings()).toEqual(['Ternvåg skole: Needs a connection'])
  expect(says('The drawer')).toBe(true)
})
