import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWriter, seedTexts } from '../../support/writer.ts'

let writer: ReturnType<typeof createWriter>
beforeEach(() => {
  vi.useFakeTimers()
  writer = createWriter(1)
  seedTexts(writer.doc, { a: 'Norge er fint', b: 'Sverige' })
})
afterEach(() => {
  writer.end()
  vi.useRealTimers()
})

const carets = () => [...document.querySelectorAll<HTMLElement>('[data-person]')]
const ownCaret = () => writer.awareness.getLocalState()?.['caret'] as { field: string } | null

/** Someone else's awareness state, as it arrives. */
function arrive(state: Record<string, unknown>): void {
  writer.awareness.states.set(2, state)
  writer.awareness.emit('change', [{ added: [2], updated: [], removed: [] }, 'remote'])
}

function caretOfSamira(field: string, index: number) {
  const paragraph = writer.fragment(field).get(0) as Y.XmlElement
  const position = Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, index)
  return {
    user: { name: 'Samira Haddad', colour: 3, userId: 'u' },
    caret: { field, anchor: position, head: position },
  }
}

describe('my own caret', () => {
  it('is told while the editor has the focus, and taken back when it has not', () => {
    const editor = writer.open('a')
    editor.view.focus()
    vi.runOnlyPendingTimers()
    const told = ownCaret()
    editor.view.dom.blur()
    vi.runOnlyPendingTimers()

    expect(told?.field).toBe('a')
    expect(ownCaret()).toBeNull()
  })

  it('of one editor is not cleared when another editor closes', () => {
    writer.open('a')
    const b = writer.open('b')
    b.view.focus()
    vi.runOnlyPendingTimers()

    writer.close('a')

    expect(ownCaret()?.field).toBe('b')
  })

  it('is cleared when its own editor closes', () => {
    writer.open('a').view.focus()
    vi.runOnlyPendingTimers()

    writer.close('a')

    expect(ownCaret()).toBeNull()
  })
})

describe('the carets of others', () => {
  it('carry a name and a colour, at their place', () => {
    const editor = writer.open('a')
    arrive(caretOfSamira('a', 5))
    vi.advanceTimersByTime(20)

    const [caret] = carets()
    expect(caret?.querySelector<HTMLElement>('[data-name]')?.dataset['name']).toBe('Samira')
    expect(caret?.textContent).not.toContain('Samira')
    expect(caret?.dataset['colour']).toBe('3')
    expect(caret?.previousSibling?.textContent).toBe('Norge')
    expect(editor.getText()).toBe('Norge er fint')
  })

  it('are drawn only in their own text', () => {
    writer.open('b')
    arrive(caretOfSamira('a', 5))
    vi.advanceTimersByTime(20)

    expect(carets()).toEqual([])
  })

  it('become calm after a minute without moving', () => {
    writer.open('a')
    arrive(caretOfSamira('a', 5))
    vi.advanceTimersByTime(20)
    const before = carets()[0]?.dataset['calm']

    vi.advanceTimersByTime(61_000)

    expect(before).toBe('false')
    expect(carets()[0]?.dataset['calm']).toBe('true')
  })

  it('that make no sense are not drawn', () => {
    writer.open('a')
    arrive({ user: { name: 7, colour: 'red' }, caret: { field: 'a', anchor: 'x', head: {} } })
    vi.advanceTimersByTime(20)

    expect(carets()).toEqual([])
    expect(writer.people.others.get()[0]).toMatchObject({ name: '?', colour: 1 })
  })
})
