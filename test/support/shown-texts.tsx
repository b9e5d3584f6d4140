/** Two texts of an open plan on a page, as React draws them, and what fingers do there. */
import './dom-without-layout.ts'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { OpenPlanProvider } from '../../client/open-plan/use-open-plan.ts'
// The toolbar loads these when they are wanted; here they are there at once.
import '../../client/text/link-dialog.tsx'
import { TextField, type TextFieldProps } from '../../client/text/text-field.tsx'
import '../../client/text/tool-menus.tsx'
import { fieldText } from '../../shared/plan/plan-doc.ts'
import { openSaved, write } from './opened-plan.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

const FIELDS = ['leadership.today', 'leadership.next'] as const

/** 'leadership.today' holds 'Hei', 'leadership.next' nothing. End it with `gone`. */
export async function openPage() {
  const { plan } = await openSaved()
  write(plan, 'Hei')
  plan.undo.stopCapturing()
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)

  const textbox = (fieldId: string): HTMLElement => {
    const found = host.querySelector<HTMLElement>(`[role="textbox"][aria-label="${fieldId}"]`)
    if (!found) throw new Error(`no text box ${fieldId}`)
    return found
  }
  return {
    plan,
    host,
    textbox,
    isLive: (fieldId: string) => textbox(fieldId).classList.contains('ProseMirror'),
    show(change: Partial<TextFieldProps> = {}) {
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
                <button type="button" id="elsewhere">
                  elsewhere
                </button>
              </OpenPlanProvider>
            </I18nProvider>
          </StrictMode>,
        ),
      )
    },
    /** Someone else's caret comes into 'leadership.today'. */
    visit(name: string) {
      const paragraph = fieldText(plan.doc, 'leadership.today').get(0) as Y.XmlElement
      const position = Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, 1)
      const visitor = new Awareness(new Y.Doc())
      const caret = { field: 'leadership.today', anchor: position, head: position }
      visitor.setLocalState({ user: { name, colour: 3 }, caret })
      const update = encodeAwarenessUpdate(visitor, [visitor.clientID])
      applyAwarenessUpdate(plan.awareness, update, 'remote')
      visitor.destroy()
    },
    async gone() {
      await turn()
      act(() => root.unmount())
      host.remove()
    },
  }
}

/** Down at one place and up at (5, 5). */
export function click(element: HTMLElement, from = { x: 5, y: 5 }): void {
  act(() => {
    element.dispatchEvent(
      new MouseEvent('pointerdown', { bubbles: true, clientX: from.x, clientY: from.y }),
    )
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 5 }))
  })
}

/** A focus by keyboard. */
export function focus(element: HTMLElement | null): void {
  act(() => element?.focus())
}

export function pressOn(element: HTMLElement, key: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
}

/** What was put off to the next turn is done. */
export async function turn(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve)))
}
