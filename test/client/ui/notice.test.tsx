/** How long a notice stays. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoticeProvider, useNotice } from '../../../client/ui/notice.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
let showNotice: ReturnType<typeof useNotice>

function Shower() {
  const show = useNotice()
  useEffect(() => {
    showNotice = show
  })
  return null
}

beforeEach(() => {
  vi.useFakeTimers()
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <NoticeProvider>
          <Shower />
        </NoticeProvider>
      </I18nProvider>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

const action = { label: 'Undo', onPress: () => undefined }
const words = () => document.querySelector('output span')?.textContent ?? null
const all = () => [...document.querySelectorAll('output span')].map((one) => one.textContent)
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000))

describe('a notice', () => {
  it('with something to do about it stays', () => {
    act(() => showNotice({ words: 'Deleted', action }))
    pass(600)

    expect(words()).toBe('Deleted')
  })

  it('with something to do about it goes at once when that was done another way', () => {
    const stop = vi.fn()
    const until = vi.fn((_onOver: () => void) => stop)
    act(() => showNotice({ words: 'Deleted', action, until }))
    pass(600)
    expect(words()).toBe('Deleted')

    act(() => until.mock.calls[0]![0]())
    expect(words()).toBeNull()
    expect(stop).toHaveBeenCalledOnce()
  })

  it('of what can be done elsewhere too goes by itself, later than one that only tells', () => {
    act(() => showNotice({ words: 'Accepted', action, passing: () => () => undefined }))
    pass(15)
    expect(words()).toBe('Accepted')
    pass(6)

    expect(words()).toBeNull()
  })

  it('that nobody must miss stays below those that come, until it is closed', () => {
    let seen = 0
    act(() => showNotice({ words: 'Taken back', action, onSeen: () => (seen += 1) }))
    act(() => showNotice({ words: 'Deleted', action }))
    act(() => showNotice({ words: 'Copied' }))
    expect(all()).toEqual(['Copied', 'Taken back'])
    pass(600)
    expect(all()).toEqual(['Taken back'])
    expect(seen).toBe(0)

    act(() => document.querySelector<HTMLElement>('[aria-label="Close the notice"]')?.click())

    expect(all()).toEqual([])
    expect(seen).toBe(1)
  })

  it('goes at once when it is not true any more, and is followed no longer', () => {
    let isFollowed = true
    let end: (() => void) | null = null
    const passing = (onOver: () => void) => {
      end = onOver
      return () => void (isFollowed = false)
    }
    act(() => showNotice({ words: 'Accepted', action, passing }))
    act(() => end?.())

    expect(words()).toBeNull()
    expect(isFollowed).toBe(false)
  })

  it.each([
    ['what had it before', true],
    ['the content, if that is gone meanwhile', false],
  ])('that goes with the focus in it gives that back to %s', (_name, isKept) => {
    document.body.insertAdjacentHTML('beforeend', '<main id="main" tabindex="-1"><a href="/">A</a>')
    const link = document.querySelector<HTMLElement>('#main a')
    act(() => showNotice({ words: 'Deleted', action }))
    act(() => link?.focus())
    const undo = document.querySelector<HTMLElement>('output button')
    act(() => undo?.focus())
    if (!isKept) link?.remove()

    act(() => undo?.click())
    pass(1)

    expect(document.activeElement).toBe(isKept ? link : document.getElementById('main'))
  })

  it('that goes without the focus in it leaves that where it is', () => {
    document.body.insertAdjacentHTML('beforeend', '<main id="main" tabindex="-1"></main>')
    act(() => showNotice({ words: 'Deleted' }))

    pass(60)
    pass(60)

    expect(words()).toBeNull()
    expect(document.activeElement).toBe(document.body)
  })
})
