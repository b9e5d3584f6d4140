import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import type { OpenPlan } from '../../../client/open-plan/open-plan.ts'
import { OpenPlanProvider } from '../../../client/open-plan/use-open-plan.ts'
import { TitleField } from '../../../client/plan/title-field.tsx'
import { useUndoKeys } from '../../../client/plan/use-undo-keys.ts'
import { planMap } from '../../../shared/plan/plan-doc.ts'
import { closeAll, openSaved } from '../../support/opened-plan.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
afterEach(async () => {
  act(() => root.unmount())
  document.body.replaceChildren()
  await closeAll()
})

function Page() {
  useUndoKeys()
  return (
    <>
      <TitleField isReadOnly={false} />
      <input id="search" />
    </>
  )
}

async function show() {
  const { plan } = await openSaved()
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <OpenPlanProvider value={plan}>
          <Page />
        </OpenPlanProvider>
      </I18nProvider>,
    ),
  )
  return { plan, title: host.querySelector('textarea')!, search: host.querySelector('input')! }
}

function writeTitle({ doc, undo }: OpenPlan, title: string): void {
  act(() => {
    undo.stopCapturing()
    doc.transact(() => planMap(doc).set('title', title), 'ui')
  })
}

function press(target: HTMLElement, change: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key: 'z',
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
    ...change,
  })
  act(() => void target.dispatchEvent(event))
  return event.defaultPrevented
}

it('Ctrl+Z in the title is the undo of the plan, and redo too', async () => {
  const { plan, title } = await show()
  writeTitle(plan, 'Ny plan')

  expect(press(title)).toBe(true)
  expect(title.value).toBe('Plan')
  press(title, { shiftKey: true })
  expect(title.value).toBe('Ny plan')
})

it('so is the undo of the browser’s menu', async () => {
  const { plan, title } = await show()
  writeTitle(plan, 'Ny plan')
  const event = new InputEvent('beforeinput', {
    inputType: 'historyUndo',
    bubbles: true,
    cancelable: true,
  })

  act(() => void title.dispatchEvent(event))

  expect([event.defaultPrevented, title.value]).toEqual([true, 'Plan'])
})

it('in a search box it is the browser’s', async () => {
  const { plan, search } = await show()
  writeTitle(plan, 'Ny plan')

  expect(press(search)).toBe(false)
  expect(planMap(plan.doc).get('title')).toBe('Ny plan')
})
