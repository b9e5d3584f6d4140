import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import { closeAll } from '../../support/opened-plan.ts'
import { click, focus, openPage, pressOn, turn } from '../../support/shown-texts.tsx'
import { until } from '../../support/until.ts'

let page: Awaited<ReturnType<typeof openPage>>
beforeEach(async () => {
  page = await openPage()
})
afterEach(async () => {
  await page.gone()
  await closeAll()
})

describe('a text on the page', () => {
  it('is static words with a name until someone goes in', () => {
    page.show()

    expect(page.isLive('leadership.today')).toBe(false)
    expect(page.textbox('leadership.today').textContent).toBe('Hei')
    expect(page.textbox('leadership.today').getAttribute('aria-multiline')).toBe('true')
  })

  it('becomes an editor with the focus before a click is over', () => {
    page.show()

    click(page.textbox('leadership.today'))

    expect(page.isLive('leadership.today')).toBe(true)
    expect(document.activeElement).toBe(page.textbox('leadership.today'))
  })

  it('stays static when the pointer was dragged over it', () => {
    page.show()

    click(page.textbox('leadership.today'), { x: 60, y: 5 })

    expect(page.isLive('leadership.today')).toBe(false)
  })

  it('opens when it gets the focus by keyboard', () => {
    page.show()

    focus(page.textbox('leadership.today'))

    expect(page.isLive('leadership.today')).toBe(true)
  })

  it('shows what others write, static or live', () => {
    page.show()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(page.plan.doc))
    const paragraph = fieldText(other, 'leadership.today').get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(3, ' du')

    act(() => Y.applyUpdate(page.plan.doc, Y.encodeStateAsUpdate(other), 'remote'))

    expect(page.textbox('leadership.today').textContent).toBe('Hei du')
  })

  it('is static again when the focus has gone elsewhere', async () => {
    page.show()
    click(page.textbox('leadership.today'))

    focus(page.host.querySelector<HTMLElement>('#elsewhere'))
    await turn()

    expect(page.isLive('leadership.today')).toBe(false)
  })

  it('stays open while its toolbar has the focus', async () => {
    page.show()
    click(page.textbox('leadership.today'))

    focus(page.host.querySelector<HTMLElement>('[role="toolbar"] button'))
    await turn()

    expect(page.isLive('leadership.today')).toBe(true)
  })

  it('is left by Escape to its static words, which keep the focus; Enter opens it again', async () => {
    page.show()
    click(page.textbox('leadership.today'))
    pressOn(page.textbox('leadership.today'), 'Escape')
    await turn()
    const left = [
      page.isLive('leadership.today'),
      document.activeElement === page.textbox('leadership.today'),
    ]

    pressOn(page.textbox('leadership.today'), 'Enter')

    expect(left).toEqual([false, true])
    expect(page.isLive('leadership.today')).toBe(true)
  })

  it('is left by the arrows at its edges, to the next text and back', async () => {
    page.show()
    focus(page.textbox('leadership.today'))
    pressOn(page.textbox('leadership.today'), 'ArrowRight')
    await turn()
    const next = [page.isLive('leadership.today'), page.isLive('leadership.next')]
    pressOn(page.textbox('leadership.next'), 'ArrowLeft')
    await turn()

    expect(next).toEqual([false, true])
    expect([page.isLive('leadership.today'), page.isLive('leadership.next')]).toEqual([true, false])
  })

  it('is opened by an undo in it, wherever the focus was', async () => {
    page.show()
    const paragraph = fieldText(page.plan.doc, 'leadership.today').get(0) as Y.XmlElement
    act(() => page.plan.doc.transact(() => paragraph.insert(0, [new Y.XmlText('x')]), 'ui'))
    expect(page.isLive('leadership.today')).toBe(false)

    act(() => page.plan.undo.undo())
    await turn()

    expect(page.isLive('leadership.today')).toBe(true)
    expect(page.textbox('leadership.today').textContent).toBe('Hei')
  })

  it('is opened by someone else’s caret, without taking the focus', async () => {
    page.show()
    page.visit('Samira')

    await act(() => until('an editor', () => page.isLive('leadership.today')))

    await until('a caret', () => page.host.querySelector('[data-person="Samira"]') !== null)
    expect(document.activeElement).toBe(document.body)
  })

  it('keeps its words under a pointer until the click has come, whoever comes meanwhile', async () => {
    page.show()
    const words = page.textbox('leadership.today')
    act(() => void words.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true })))
    page.visit('Samira')
    await act(() => until('a name', () => page.host.textContent.includes('Samira')))
    const isThere = words.isConnected

    act(() => void words.dispatchEvent(new MouseEvent('click', { bubbles: true })))

    expect(isThere).toBe(true)
    expect(page.isLive('leadership.today')).toBe(true)
    expect(document.activeElement).toBe(page.textbox('leadership.today'))
  })

  it('lets a colleague’s caret in when the pointer is up and no click has come', async () => {
    page.show()
    const words = page.textbox('leadership.today')
    act(() => void words.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true })))
    page.visit('Samira')
    await act(() => until('a name', () => page.host.textContent.includes('Samira')))

    act(() => void words.dispatchEvent(new MouseEvent('pointerup', { bubbles: true })))

    await until('an editor', async () => {
      await turn()
      return page.isLive('leadership.today')
    })
  })

  it('shows a placeholder while it has no words', () => {
    page.show()

    expect(page.host.textContent).toContain('Write here')
    expect(page.textbox('leadership.next').getAttribute('aria-placeholder')).toBe('Write here')
  })
})
