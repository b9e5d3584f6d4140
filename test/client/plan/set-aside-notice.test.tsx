import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ActionSettingProvider } from '../../../client/actions/action-setting.ts'
import type { OpenPlan } from '../../../client/open-plan/open-plan.ts'
import type { SetAside } from '../../../client/open-plan/set-aside.ts'
import { createObservable } from '../../../client/open-plan/observable.ts'
import { OpenPlanProvider } from '../../../client/open-plan/use-open-plan.ts'
import { SetAsideNotice } from '../../../client/plan/set-aside-notice.tsx'
import { planMap } from '../../../shared/plan/plan-doc.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'
import { closeAll, openSaved, wordsIn, write } from '../../support/opened-plan.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
afterEach(async () => {
  act(() => root.unmount())
  document.body.replaceChildren()
  await closeAll()
})

/** A plan with one copy that was set aside, which `change` made different. */
async function show(
  change: (doc: Y.Doc, plan: OpenPlan) => void,
  { reason = 'diverged', readOnly = false } = {},
): Promise<OpenPlan> {
  const { plan } = await openSaved({ readOnly })
  const aside = new Y.Doc()
  Y.applyUpdate(aside, Y.encodeStateAsUpdate(plan.doc))
  change(aside, plan)
  const recovery = createObservable<readonly SetAside[]>([])
  const copy: SetAside = {
    id: '1',
    atMs: 0,
    reason,
    update: Y.encodeStateAsUpdate(aside),
    isPutBack: false,
    isOnlyHere: false,
    notePutBack() {
      recovery.set([{ ...copy, isPutBack: true }])
      return Promise.resolve()
    },
    discard: () => Promise.resolve(),
  }
  recovery.set([copy])
  const setting = {
    template: etwinningSchoolV1,
    members: [],
    today: plan.entry.school.today,
    mayWrite: true,
    commitments: [],
  }
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <OpenPlanProvider value={{ ...plan, recovery }}>
          <ActionSettingProvider value={setting}>
            <SetAsideNotice />
          </ActionSettingProvider>
        </OpenPlanProvider>
      </I18nProvider>,
    ),
  )
  return plan
}

const says = (words: string) => document.body.textContent.includes(words)
const button = (words: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)

it('never says that everything is in the plan when a fact is not', async () => {
  await show((doc) => planMap(doc).set('title', 'Vår plan'))

  expect(says('Everything in it is also in the plan')).toBe(false)
  expect(says('Vår plan')).toBe(true)
  expect(button('Put it back')).toBeUndefined()
})

it('says so when it is', async () => {
  await show(() => undefined)

  expect(says('Everything in it is also in the plan')).toBe(true)
})

it('puts words back by one button, and undo takes them away again', async () => {
  const plan = await show((doc, open) => write({ ...open, doc }, 'Mitt'))

  act(() => button('Put it back')?.click())
  const after = wordsIn(plan.doc)
  plan.undo.undo()

  expect(after).toContain('Mitt')
  expect(wordsIn(plan.doc)).not.toContain('Mitt')
  expect(button('Put it back')).toBeUndefined()
})

it('says that the right was taken, and names no button that is not there', async () => {
  await show((doc, open) => write({ ...open, doc }, 'Mitt'), {
    reason: 'access-denied',
    readOnly: true,
  })

  expect(says('You may not write in the plan any more')).toBe(true)
  expect(says('kept on this device. Copy what you need')).toBe(true)
  expect(says('Put it back')).toBe(false)
})

it('of a plan from before a restore says nothing of who wrote it', async () => {
  await show((doc, open) => write({ ...open, doc }, 'Andres'), { reason: 'epoch-changed' })

  expect(says('Something you wrote')).toBe(false)
  expect(says('may be your colleagues’ words too')).toBe(true)
})
