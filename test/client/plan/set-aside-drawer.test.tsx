import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { DeviceCopy } from '../../../client/open-plan/device-copies.ts'
import { SetAsideDrawer } from '../../../client/plan/set-aside-drawer.tsx'
import { planOf } from '../../support/small-plan.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
beforeEach(() => {
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** Of a plan of which nothing else is on the device. */
function planCopy(ids: readonly string[]): DeviceCopy {
  const update = Y.encodeStateAsUpdate(planOf('Mine ord'))
  const setAside = ids.map((id) => ({ id, atMs: 0, reason: 'access-denied', update }))
  return { planId: 'p', updates: [], hasUnsent: false, setAside }
}

type Props = Parameters<typeof SetAsideDrawer>[0]

function show(part: Partial<Props>): void {
  const props = { copies: [], unreadableCount: 0, entries: [], onDiscard: () => undefined, ...part }
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <SetAsideDrawer {...props} />
      </I18nProvider>,
    ),
  )
}

const says = (words: string) => document.body.textContent.includes(words)
const press = async (words: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes(words),
  )
  await act(async () => found!.click())
}

it('shows the words of a plan of which nothing is remembered, its twins as one', async () => {
  const discarded: unknown[] = []
  show({
    copies: [planCopy(['a', 'b'])],
    onDiscard: (planId, ids) => discarded.push([planId, ids]),
  })

  await press('Show 1 copy')
  expect(says('Mine ord')).toBe(true)
  await press('Throw it away')

  expect(discarded).toEqual([['p', ['a', 'b']]])
})

it('says how many plans cannot be read, also when nothing was set aside', () => {
  show({ unreadableCount: 2 })

  expect(says('2 plans on this device cannot be read just now')).toBe(true)
  expect(says('Show')).toBe(false)
})

it('selects the text, and says so, when the browser does not copy', async () => {
  vi.stubGlobal('isSecureContext', false)
  show({ copies: [planCopy(['a'])] })
  await press('Show 1 copy')

  await press('Copy the text')

  expect(says('The browser would not copy')).toBe(true)
  expect(getSelection()?.toString()).toContain('Mine ord')
  expect(document.activeElement?.textContent).toContain('Mine ord')
})
