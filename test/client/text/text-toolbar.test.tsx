import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { textEditingOf } from '../../../client/text/text-editing.ts'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import { closeAll } from '../../support/opened-plan.ts'
import { click, focus, openPage, pressOn, turn } from '../../support/shown-texts.tsx'
import { until } from '../../support/until.ts'

let page: Awaited<ReturnType<typeof openPage>>
beforeEach(async () => {
  page = await openPage()
  page.show()
})
afterEach(async () => {
  await page.gone()
  await closeAll()
})

const toolbar = () => page.host.querySelector<HTMLElement>('[role="toolbar"]')
const tool = (label: string) =>
  page.host.querySelector<HTMLElement>(`[role="toolbar"] [aria-label="${label}"]`)!
const stored = () => fieldText(page.plan.doc, 'leadership.today').toJSON()
const input = () => document.querySelector<HTMLInputElement>('input[inputmode="url"]')
/** Goes into the text; the menus of its toolbar are there as well. */
const edit = async () => {
  click(page.textbox('leadership.today'))
  await turn()
}

const fill = (value: string) =>
  act(() => {
    const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    property?.set?.call(input(), value)
    input()?.dispatchEvent(new Event('input', { bubbles: true }))
  })
const submit = () => act(() => input()?.form?.requestSubmit())

describe('the toolbar', () => {
  it('is there while a text is edited, and for that one only', async () => {
    const before = toolbar()
    await edit()
    const during = page.host.querySelectorAll('[role="toolbar"]').length
    focus(page.host.querySelector<HTMLElement>('#elsewhere'))
    await turn()

    expect([before, during, toolbar()]).toEqual([null, 1, null])
  })

  it('acts on the text, says what is on, and leaves the focus there', async () => {
    await edit()

    act(() => tool('Bullet list').click())

    expect(stored()).toContain('<bulletlist>')
    expect(tool('Bullet list').getAttribute('aria-pressed')).toBe('true')
    expect(document.activeElement).toBe(page.textbox('leadership.today'))
  })

  it('does not take the focus by being pressed down on', async () => {
    await edit()
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })

    act(() => void tool('Bold').dispatchEvent(down))

    expect(down.defaultPrevented).toBe(true)
  })

  it('takes back what was done, and says when there is nothing', async () => {
    await edit()
    act(() => tool('Callout').click())
    const made = stored()

    act(() => tool('Undo').click())
    const undone = [stored().includes('<callout>'), tool('Redo').getAttribute('aria-disabled')]
    act(() => tool('Redo').click())

    expect(made).toContain('<callout>')
    expect(undone).toEqual([false, null])
    expect(tool('Redo').getAttribute('aria-disabled')).toBe('true')
  })

  it('goes from tool to tool by the arrow keys', async () => {
    await edit()
    focus(tool('Bold'))

    pressOn(tool('Bold'), 'ArrowRight')

    expect(document.activeElement).toBe(tool('Italic'))
  })

  it('gives the caret back where it was by Escape', async () => {
    await edit()
    const { live } = textEditingOf(page.plan)
    act(() => void live.get()?.editor.commands.setTextSelection(2))
    focus(tool('Bold'))

    pressOn(tool('Bold'), 'Escape')
    await turn()

    expect(document.activeElement).toBe(page.textbox('leadership.today'))
    expect(live.get()?.editor.state.selection.head).toBe(2)
    expect(page.isLive('leadership.today')).toBe(true)
  })

  it('stays until a tool that has closed has given the focus back, a frame later', async () => {
    await edit()
    const editor = page.textbox('leadership.today')
    focus(tool('Bold'))
    // No frame is drawn.
    vi.stubGlobal('requestAnimationFrame', () => 0)
    // Nothing has the focus then, as when a dialog is taken away.
    act(() => tool('Bold').blur())
    await turn()
    const isLive = page.isLive('leadership.today')
    focus(editor)
    vi.unstubAllGlobals()
    await turn()

    expect(isLive).toBe(true)
    expect(page.textbox('leadership.today')).toBe(editor)
    expect(document.activeElement).toBe(editor)
  })

  it('goes when nothing has had the focus back', async () => {
    await edit()
    focus(tool('Bold'))
    act(() => tool('Bold').blur())

    await until('left', async () => {
      await turn()
      return !page.isLive('leadership.today')
    })
    expect(toolbar()).toBeNull()
  })

  it('is not there for a line', async () => {
    page.show({ kind: 'line' })

    await edit()

    expect(toolbar()).toBeNull()
  })
})

describe('the link dialog', () => {
  it('keeps the text open, says what is wrong with an address, links with a right one', async () => {
    await edit()
    act(() => tool('Link').click())
    await turn()
    fill('javascript:alert(1)')
    submit()
    const problem = document.querySelector('[role="alert"]')?.textContent
    const isOpen = page.isLive('leadership.today')

    fill('skole.no')
    submit()
    await turn()

    expect(problem).toContain('https://')
    expect(isOpen).toBe(true)
    expect(input()).toBeNull()
    expect(stored()).toContain('<link href="https://skole.no">https://skole.no</link>')
  })
})
