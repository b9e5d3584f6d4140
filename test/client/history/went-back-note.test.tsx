/** What whoever writes is told when somebody else goes back. */
import { i18n } from '@lingui/core'
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WentBackNote } from '../../../client/history/went-back-note.tsx'
import type { OpenPlan } from '../../../client/open-plan/open-plan.ts'
import { OpenPlanProvider } from '../../../client/open-plan/use-open-plan.ts'
import { NoticeProvider, useNotice } from '../../../client/ui/notice.tsx'
import { LanguageProvider } from '../../../client/words/language.tsx'
import type { WentBack } from '../../../shared/protocol/notice.ts'
import { planEntry } from '../../support/hand-driven-school.ts'
import { actionContent, createSuggestedPlan, paragraphs } from '../../support/suggested-plan.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

const OLA = { memberId: 'o'.repeat(20), name: 'Ola Vik', role: 'teacher', isHere: true } as const
const plan = createSuggestedPlan({
  actions: [
    actionContent({ texts: { ...actionContent().texts, title: paragraphs('Felles tid') } }),
  ],
})
const actionId = plan.plan().actions[0]?.id ?? ''

let root: Root
let openPlan: OpenPlan
let showOther: ReturnType<typeof useNotice>
beforeEach(() => {
  openPlan = { doc: plan.doc() } as OpenPlan
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function OtherNews() {
  const showNotice = useNotice()
  useEffect(() => {
    showOther = showNotice
  })
  return null
}

function show(change: Partial<WentBack>): WentBack {
  const wentBack: WentBack = {
    by: OLA.memberId,
    what: { kind: 'plan' },
    atMs: Date.UTC(2026, 2, 4, 12),
    name: null,
    before: 41,
    ...change,
  }
  draw(wentBack)
  return wentBack
}

function draw(wentBack: WentBack): void {
  const entry = planEntry({ members: [OLA] })
  act(() =>
    root.render(
      <LanguageProvider first="en" onChoose={() => undefined}>
        <OpenPlanProvider value={openPlan}>
          <NoticeProvider>
            <OtherNews />
            <WentBackNote key={Math.random()} entry={entry} wentBack={wentBack} />
          </NoticeProvider>
        </OpenPlanProvider>
      </LanguageProvider>,
    ),
  )
}

/** As it is heard: a live region. */
const said = () => [...document.querySelectorAll('output')].map((one) => one.textContent).join('')
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name)

describe('somebody who writes while another goes back', () => {
  it('is told who did, and to when, and led to what changed by it', () => {
    const entry = planEntry()
    show({})

    expect(said()).toMatch(/^Ola Vik took the plan back to how it was 4 Mar.*\./)
    expect(said()).toContain('What you wrote can be brought back.')
    act(() => button('See what changed')?.click())
    expect(location.pathname + location.search).toBe(`/plans/${entry.planId}/history?from=41`)
  })

  it.each([
    [{ name: 'Før møtet' }, 'took the plan back to “Før møtet”'],
    [{ what: { kind: 'section', sectionId: 'pupils' } }, 'took “Pupils'],
    [{ what: { kind: 'action', actionId } }, 'took “Felles tid” back to how it was'],
    [{ what: { kind: 'action', actionId: 'x' } }, 'took “Action without a name” back'],
    [{ by: 'somebody who has left' }, 'A colleague took the plan back'],
  ] as const)('is told what it was: %j', (change, words) => {
    show(change)

    expect(said()).toContain(words)
  })

  it('is told until it is seen, whatever else there is to tell', () => {
    show({})
    act(() => showOther({ words: 'Action deleted' }))

    expect(said()).toMatch(/^Action deleted.*Ola Vik took the plan back/)
  })

  it('is told of several in one, which leads to what changed by all of them', () => {
    const entry = planEntry()
    show({})
    show({ before: 50, what: { kind: 'section', sectionId: 'pupils' } })
    show({ before: 60, what: { kind: 'action', actionId } })

    expect(said()).toMatch(
      /^Ola Vik took “Felles tid” back .* That was done 2 times before this, too\./,
    )
    expect(said()).not.toContain('Pupils')
    act(() => button('See what changed')?.click())
    expect(location.search).toBe('?from=41')
    expect(location.pathname).toContain(entry.planId)

    show({ before: 70 })
    expect(said()).not.toContain('before this')
  })

  it('is told once, though the page is drawn afresh', () => {
    const wentBack = show({})
    const close = document.querySelector<HTMLElement>('button[aria-label="Close the notice"]')
    act(() => close?.click())

    draw(wentBack)

    expect(said()).toBe('')
  })
})
