import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { meQuery } from '../../../client/api/queries.ts'
import { SignInPage } from '../../../client/sign-in/sign-in-page.tsx'
import type { Me } from '../../../shared/api/me.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('lets whoever is signed in sign out here, and leads back to where they wanted to go', () => {
  // jsdom has none.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => undefined))
  history.replaceState(null, '', '/sign-in?to=/plans/abc')
  const client = new QueryClient()
  const user = { userId: 'kari', name: 'Kari Nes', language: 'en', example: false } as const
  client.setQueryData<Me>(meQuery.queryKey, { user, schools: [] } as unknown as Me)
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <SignInPage
            renderSignOut={(userId, _onClose, leadsTo) => <p>{`${userId} to ${leadsTo}`}</p>}
          />
        </QueryClientProvider>
      </I18nProvider>,
    ),
  )
  const leave = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Sign out',
  )
  act(() => leave?.click())
  const said = document.body.textContent
  act(() => root.unmount())

  expect(said).toContain('kari to /sign-in?to=%2Fplans%2Fabc')
})
