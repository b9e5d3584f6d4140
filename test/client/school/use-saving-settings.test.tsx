import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useSavingSettings } from '../../../client/school/use-saving-settings.ts'
import { EMPTY_CALENDAR, type SchoolSettings } from '../../../shared/api/school-settings.ts'
import { until } from '../../support/until.ts'

const SETTINGS: SchoolSettings = {
  name: 'Ternvåg skole',
  language: 'nb',
  timeZone: 'Europe/Oslo',
  calendar: EMPTY_CALENDAR,
  retentionDays: null,
}

/** What the school holds. */
let held: SchoolSettings
let shown: ReturnType<typeof useSavingSettings> | null
let root: Root

function Form() {
  const saved = useSavingSettings('ternvag', SETTINGS)
  useEffect(() => {
    shown = saved
  })
  return null
}

const saving = () => shown!

beforeEach(async () => {
  held = SETTINGS
  shown = null
  vi.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => {
    if (init?.method !== 'PUT') return Promise.resolve(Response.json(held))
    held = JSON.parse(init.body as string) as SchoolSettings
    return Promise.resolve(new Response(null, { status: 204 }))
  })
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <Form />
    </QueryClientProvider>,
  )
  await until('the form', () => shown !== null)
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

it('saves what nobody else has touched, as often as one likes', async () => {
  saving().save({ ...SETTINGS, name: 'Første' })
  await until('saved', () => saving().isSaved)
  saving().touched()
  await until('a change again', () => !saving().isSaved)
  saving().save({ ...SETTINGS, name: 'Andre' })
  await until('saved again', () => saving().isSaved)

  expect(held.name).toBe('Andre')
  expect(saving().meanwhile).toBeNull()
})

it('writes nothing over what another coordinator saved meanwhile, and tells what that was', async () => {
  held = { ...SETTINGS, timeZone: 'Europe/Helsinki' }

  saving().save({ ...SETTINGS, name: 'Min' })
  await until('the news', () => saving().meanwhile !== null)

  expect(held.name).toBe('Ternvåg skole')
  expect(saving().meanwhile?.changed).toEqual(['timeZone'])
  expect(saving().isSaved).toBe(false)
})

it('goes on from theirs, or saves mine over them, as one chooses', async () => {
  held = { ...SETTINGS, timeZone: 'Europe/Helsinki' }
  saving().save({ ...SETTINGS, name: 'Min' })
  await until('the news', () => saving().meanwhile !== null)

  expect(saving().takeTheirs().timeZone).toBe('Europe/Helsinki')
  await until('theirs', () => saving().meanwhile === null)
  saving().save({ ...held, name: 'Min' })
  await until('saved', () => saving().isSaved)
  expect(held).toMatchObject({ name: 'Min', timeZone: 'Europe/Helsinki' })

  held = { ...held, retentionDays: 365 }
  saving().save({ ...SETTINGS, name: 'Over' })
  await until('the news again', () => saving().meanwhile !== null)
  saving().saveOver({ ...SETTINGS, name: 'Over' })
  await until('saved over', () => saving().isSaved)
  expect(held).toEqual({ ...SETTINGS, name: 'Over' })
})
