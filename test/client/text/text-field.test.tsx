import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type OpenPlan, openPlan } from '../../../client/open-plan/open-plan.ts'
import { OpenPlanProvider } from '../../../client/open-plan/use-open-plan.ts'
import { TextField, type TextFieldProps } from '../../../client/text/text-field.tsx'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import '../../support/dom-without-layout.ts'
import { createHandDrivenSchool, PLAN_ID, planEntry } from '../../support/hand-driven-school.ts'
import { until } from '../../support/until.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

const FIELDS = ['leadership.today', 'leadership.next'] as const
let plan: OpenPlan
let root: Root
let host: HTMLElement

beforeEach(async () => {
  const school = createHandDrivenSchool()
  plan = openPlan({
    planId: PLAN_ID,
    entry: planEntry(),
    serverUrl: 'ws://school/sync',
    WebSocket: school.WebSocket,
    databases: new IDBFactory(),
  })
  await until('a socket', () => school.sockets.length > 0)
  school.accept()
  school.sendPlan()
  school.saveAll()
  const paragraph = fieldText(plan.doc, 'leadership.today').get(0) as Y.XmlElement
  paragraph.insert(0, [new Y.XmlText('Hei')])
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(async () => {
  act(() => root.unmount())
  host.remove()
  await plan.close()
})

function show(change: Partial<TextFieldProps> = {}): void {
  act(() =>
    root.render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <OpenPlanProvider value={plan}>
            {FIELDS.map((fieldId) => (
              <TextField
                key={fieldId}
                fragment={fieldText(plan.doc, fieldId)}
                fieldId={fieldId}
                label={fieldId}
                placeholder="Write here"
                kind="rich"
                readOnly={false}
                {...change}
              />
            ))}
            <button type="button">elsewhere</button>
          </OpenPlanProvider>
        </I18nProvider>
      </StrictMode>,
    ),
  )
}

const textbox = (fieldId: string) =>
  host.querySelector<HTMLElement>(`[role="textbox"][aria-label="${fieldId}"]`)!
const isLive = (fieldId: string) => textbox(fieldId).classList.contains('ProseMirror')
const click = (element: HTMLElement, from = { x: 5, y: 5 }) =>
  act(() => {
    element.dispatchEvent(
      new MouseEvent('pointerdown', { bubbles: true, clientX: from.x, clientY: from.y }),
    )
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 5 }))
  })
const turn = () => act(() => new Promise((resolve) => setTimeout(resolve)))
const press = (element: HTMLElement, key: string) =>
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })

describe('a text on the page', () => {
  it('is static words with a name until someone goes in', () => {
    show()

    expect(isLive('leadership.today')).toBe(false)
    expect(textbox('leadership.today').textContent).toBe('Hei')
    expect(textbox('leadership.today').getAttribute('aria-multiline')).toBe('true')
  })

  it('becomes an editor with the focus before a click is over', () => {
    show()

    click(textbox('leadership.today'))

    expect(isLive('leadership.today')).toBe(true)
    expect(document.activeElement).toBe(textbox('leadership.today'))
  })

  it('stays static when the pointer was dragged over it', () => {
    show()

    click(textbox('leadership.today'), { x: 60, y: 5 })

    expect(isLive('leadership.today')).toBe(false)
  })

  it('opens when it gets the focus by keyboard', () => {
    show()

    act(() => textbox('leadership.today').focus())

    expect(isLive('leadership.today')).toBe(true)
  })

  it('shows what others write, static or live', () => {
    show()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(plan.doc))
    const paragraph = fieldText(other, 'leadership.today').get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(3, ' du')

    act(() => Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(other), 'remote'))

    expect(textbox('leadership.today').textContent).toBe('Hei du')
  })

  it('is static again when the focus has gone elsewhere', async () => {
    show()
    click(textbox('leadership.today'))

    act(() => host.querySelector('button')?.focus())
    const elsewhere = [...host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'elsewhere',
    )
    act(() => elsewhere?.focus())
    await turn()

    expect(isLive('leadership.today')).toBe(false)
  })

  it('stays open while its toolbar has the focus', async () => {
    show()
    click(textbox('leadership.today'))

    act(() => host.querySelector<HTMLElement>('[role="toolbar"] button')?.focus())
    await turn()

    expect(isLive('leadership.today')).toBe(true)
  })

  it('is left by Escape to its static words, which keep the focus; Enter opens it again', async () => {
    show()
    click(textbox('leadership.today'))
    press(textbox('leadership.today'), 'Escape')
    await turn()
    const left = [
      isLive('leadership.today'),
      document.activeElement === textbox('leadership.today'),
    ]

    press(textbox('leadership.today'), 'Enter')

    expect(left).toEqual([false, true])
    expect(isLive('leadership.today')).toBe(true)
  })

  it('is left by the arrows at its edges, to the next text and back', async () => {
    show()
    act(() => textbox('leadership.today').focus())
    press(textbox('leadership.today'), 'ArrowRight')
    await turn()
    const next = [isLive('leadership.today'), isLive('leadership.next')]
    press(textbox('leadership.next'), 'ArrowLeft')
    await turn()

    expect(next).toEqual([false, true])
    expect([isLive('leadership.today'), isLive('leadership.next')]).toEqual([true, false])
  })

  it('is opened by an undo in it, wherever the focus was', async () => {
    show()
    const paragraph = fieldText(plan.doc, 'leadership.today').get(0) as Y.XmlElement
    act(() => plan.doc.transact(() => paragraph.insert(0, [new Y.XmlText('x')]), 'ui'))
    expect(isLive('leadership.today')).toBe(false)

    act(() => plan.undo.undo())
    await turn()

    expect(isLive('leadership.today')).toBe(true)
    expect(textbox('leadership.today').textContent).toBe('Hei')
  })

  it('is opened by someone else’s caret, without taking the focus', async () => {
    show()
    arrive('leadership.today')

    await act(() => until('an editor', () => isLive('leadership.today')))

    await until('a caret', () => host.querySelector('[data-person="Samira"]') !== null)
    expect(document.activeElement).toBe(document.body)
  })

  it('shows a placeholder while it has no words', () => {
    show()

    expect(host.textContent).toContain('Write here')
    expect(textbox('leadership.next').getAttribute('aria-placeholder')).toBe('Write here')
  })
})

describe('a text that must not be opened', () => {
  it('with something unknown in it is shown, says why, and is changed by nothing', async () => {
    const fragment = fieldText(plan.doc, 'leadership.today')
    fragment.insert(1, [new Y.XmlElement('video')])
    show()

    act(() => textbox('leadership.today').focus())
    await turn()

    expect(isLive('leadership.today')).toBe(false)
    expect(textbox('leadership.today').getAttribute('aria-readonly')).toBe('true')
    expect(host.textContent).toContain('Reload the page to edit it')
    expect(fragment.toJSON()).toContain('<video></video>')
  })

  it('for one who may only read is no text box, and takes no click', () => {
    show({ readOnly: true })
    const group = host.querySelector<HTMLElement>('[role="group"][aria-label="leadership.today"]')!

    click(group)

    expect(host.querySelector('.ProseMirror')).toBeNull()
    expect(group.textContent).toBe('Hei')
  })
})

/** Someone else's caret arrives in a text. */
function arrive(field: string): void {
  const paragraph = fieldText(plan.doc, 'leadership.today').get(0) as Y.XmlElement
  const position = Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, 1)
  const samira = new Awareness(new Y.Doc())
  samira.setLocalState({
    user: { name: 'Samira', colour: 3 },
    caret: { field, anchor: position, head: position },
  })
  applyAwarenessUpdate(plan.awareness, encodeAwarenessUpdate(samira, [samira.clientID]), 'remote')
  samira.destroy()
}
