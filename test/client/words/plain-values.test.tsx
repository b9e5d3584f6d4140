import { i18n } from '@lingui/core'
import { I18nProvider, Trans } from '@lingui/react'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { withPlainValues } from '../../../client/words/plain-values.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

it.each(['Rev <0>x</0>', 'Rev <b>', 'Kari <1/> Vik', '</0> Ola', '2 < 3'])(
  'a person called %s is called so in a sentence',
  (name) => {
    const values = { name, tail: <em key="tail">now</em> }
    root = createRoot(document.body.appendChild(document.createElement('div')))
    act(() =>
      root.render(
        <I18nProvider i18n={withPlainValues(i18n)}>
          <Trans
            id="You are <0>in</0>, {name}, {tail}"
            values={values}
            components={{ 0: <strong /> }}
          />
        </I18nProvider>,
      ),
    )

    expect(document.body.textContent.replaceAll('\u2060', '')).toBe(`You are in, ${name}, now`)
    expect(document.querySelector('strong')?.textContent).toBe('in')
    expect(document.querySelector('em')?.textContent).toBe('now')
  },
)
