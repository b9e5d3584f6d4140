/** Whom one can call on, and give something to see to: those who hear of it. */
import { i18n } from '@lingui/core'
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  type DiscussSetting,
  DiscussSettingProvider,
} from '../../../client/discuss/discuss-setting.ts'
import { useDiscussers, useMentionable } from '../../../client/discuss/discussers.ts'
import { Message } from '../../../client/discuss/message.tsx'
import { DecisionForm, RefuseForm } from '../../../client/discuss/note-forms.tsx'
import { createUnfinished } from '../../../client/discuss/unfinished.ts'
import { WordsBox } from '../../../client/discuss/words-box.tsx'
import { createObservable } from '../../../client/open-plan/observable.ts'
import { NoticeProvider } from '../../../client/ui/notice.tsx'
import { LanguageProvider } from '../../../client/words/language.tsx'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { mentionText } from '../../../shared/discuss/mentions.ts'
import { planEntry } from '../../support/hand-driven-school.ts'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

const person = (letter: string, name: string, role: 'teacher' | 'guest' = 'teacher') => ({
  memberId: letter.repeat(20),
  name,
  role,
})
const { me } = planEntry()
const ENTRY = planEntry({
  members: [{ ...person('r', 'Rolf Leser'), isHere: true }],
  discussers: [
    { memberId: me.memberId, name: me.name, role: me.role },
    person('c', 'Ola Vik'),
    person('d', 'Ola Vik'),
    person('g', 'Gro Gjest', 'guest'),
  ],
})

let root: Root
let host: HTMLElement
beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function draw(part: ReactNode, entry: PlanEntry = ENTRY): void {
  const setting = {
    entry,
    threads: { unfinished: createUnfinished(), problem: createObservable(null) },
  } as unknown as DiscussSetting
  act(() =>
    root.render(
      <LanguageProvider first="en" onChoose={() => undefined}>
        <NoticeProvider>
          <DiscussSettingProvider value={setting}>{part}</DiscussSettingProvider>
        </NoticeProvider>
      </LanguageProvider>,
    ),
  )
}

function Names() {
  const [called, given] = [useMentionable(), useDiscussers()]
  return JSON.stringify([called, given].map((people) => people.map(({ name }) => name)))
}

function Box({ value }: { readonly value: string }) {
  return <WordsBox label="x" value={value} onChange={() => undefined} onSend={() => undefined} />
}

const options = () => [...host.querySelectorAll('[role="option"]')].map((it) => it.textContent)

function type(words: string): void {
  const area = host.querySelector('textarea')
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, words)
    area?.setSelectionRange(words.length, words.length)
    area?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

it('are those who take part, oneself only to see to something; namesakes have numbers', () => {
  draw(<Names />)

  expect(JSON.parse(host.textContent ?? '')).toEqual([
    ['Ola Vik (1)', 'Ola Vik (2)', 'Gro Gjest'],
    ['Kari', 'Ola Vik (1)', 'Ola Vik (2)', 'Gro Gjest'],
  ])
})

it('are nobody where a reply from before does not say', () => {
  const { discussers: _discussers, ...before } = ENTRY
  draw(<Names />, before as PlanEntry)

  expect(JSON.parse(host.textContent ?? '')).toEqual([[], []])
})

it('are offered behind an @', () => {
  draw(<Box value="" />)
  type('@')
  draw(<Box value="@" />)

  expect(options()).toEqual(expect.arrayContaining([expect.stringContaining('Gro Gjest')]))
  expect(options()).toHaveLength(3)
  expect(options().join()).not.toContain('Rolf')
})

it('are called by their names in what waits to be sent', () => {
  const [message] = aThread('t').messages
  const body = `Hei ${mentionText('g'.repeat(20))}!`
  const waiting = { id: 'm', refused: null }
  draw(<Message threadId="t" message={{ ...message!, body, waiting }} isOpen />)

  expect(host.textContent).toContain('Hei @Gro Gjest!')
})

it.each([
  [
    'a decision',
    <DecisionForm key="d" thread={aThread('t')} onEnd={() => undefined} onGoOn={() => undefined} />,
  ],
  [
    'why something is declined',
    <RefuseForm
      key="r"
      thread={aThread('t', { suggestion: suggestionOf('open') })}
      onEnd={() => undefined}
      onGoOn={() => undefined}
    />,
  ],
])('are not offered in %s: nobody would be told', (_name, form) => {
  draw(form)

  type('@')

  expect(host.querySelector('textarea')?.value).toBe('@')
  expect(options()).toEqual([])
})
