import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { type DeviceCopies, SignOutDialog } from '../../../client/people/sign-out-dialog.tsx'
import { until } from '../../support/until.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

function show(copies: DeviceCopies): void {
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  root.render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <SignOutDialog copies={copies} onClose={() => undefined} />
      </QueryClientProvider>
    </I18nProvider>,
  )
}

const says = (words: string) => document.body.textContent.includes(words)
const button = () => [...document.querySelectorAll('button')].at(-1)!

it('does not take what it could not count for nothing', async () => {
  show({
    countUnsent: () => Promise.reject(new Error('refused')),
    purge: () => Promise.resolve(),
  })

  await until('the warning', () => says('We could not find out'))
  expect(button().textContent).toBe('Sign out and delete it')
})

it('says when the plans are still on the device, and tries again without signing out twice', async () => {
  const fetching = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
  let purges = 0
  show({
    countUnsent: () => Promise.resolve(0),
    purge: () => {
      purges += 1
      return Promise.reject(new Error('another window holds it'))
    },
  })
  await until('counted', () => says('Your plans are removed') && !button().disabled)

  button().click()
  await until('the notice', () => says('Your plans are still on this device'))
  button().click()
  await until('tried again', () => purges === 2)

  expect(fetching).toHaveBeenCalledTimes(1)
})
