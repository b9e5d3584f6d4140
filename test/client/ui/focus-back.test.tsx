/** Who has the focus when a dialog is gone. */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FocusBack } from '../../../client/ui/focus-back.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
const main = () => document.getElementById('main')

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<main id="main" tabindex="-1"><button>Share</button></main><div></div>'
  root = createRoot(document.querySelector('body > div') ?? document.body)
})
afterEach(() => {
  act(() => root.unmount())
  act(() => void vi.runAllTimers())
  document.body.replaceChildren()
  vi.useRealTimers()
})

const draw = (dialog: string | null) =>
  act(() =>
    root.render(
      dialog !== null && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as React Aria draws it
        <div role="dialog" key={dialog}>
          <button>{dialog}</button>
          <FocusBack />
        </div>
      ),
    ),
  )
const button = (words: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === words)
const press = (words: string) => button(words)?.focus()
const later = () => act(() => void vi.advanceTimersByTime(100))

describe('a dialog that is gone', () => {
  it('gives the focus back to what had it before', () => {
    press('Share')
    draw('People')
    press('People')

    draw(null)
    later()

    expect(document.activeElement).toBe(button('Share'))
  })

  it('and was led to from another one, to what had it before that', () => {
    press('Share')
    draw('Sharing')
    press('Sharing')
    draw('People')
    later()
    press('People')

    draw(null)
    later()

    expect(document.activeElement).toBe(button('Share'))
  })

  it('and was opened by an address, to the content', () => {
    draw('Notes')
    press('Notes')

    draw(null)
    later()

    expect(document.activeElement).toBe(main())
  })

  it('leaves the focus where it went meanwhile', () => {
    draw('Notes')
    press('Notes')

    draw(null)
    press('Share')
    later()

    expect(document.activeElement).toBe(button('Share'))
  })
})
