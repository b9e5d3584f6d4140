import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { PasswordWay } from '../../../client/sign-in/password-way.tsx'
import type { MyWays } from '../../../shared/api/sign-in.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

it.each([
  ['ola@ternvag.no', true],
  [null, false],
])('to one with the address %s it says that they come in by a letter: %s', (email, isSaid) => {
  const ways = { email, hasPassword: false, mail: true } as unknown as MyWays
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <PasswordWay ways={ways} />
      </I18nProvider>,
    ),
  )
  const said = document.body.textContent
  act(() => root.unmount())
  document.body.replaceChildren()

  expect(said.includes('You come in by a link in a letter')).toBe(isSaid)
})
