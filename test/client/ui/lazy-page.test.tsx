import { act, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { lazyPage } from '../../../client/ui/lazy-page.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let end = () => {}
afterEach(() => end())

describe('a page that is loaded when it is wanted', () => {
  it('is drawn at once when it was prepared', async () => {
    const { Page, prepare } = lazyPage(async () => Words)
    await prepare()

    expect(draw(<Page words="Planen" />)).toBe('Planen')
  })

  it('waits when it was not, and stays the same page once it is there', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof Words>()
    const { Page } = lazyPage(() => promise)
    const host = document.createElement('div')
    const root = createRoot(host)
    end = () => act(() => root.unmount())
    act(() => root.render(<Suspense fallback="-">{<Page words="Planen" />}</Suspense>))
    expect(host.textContent).toBe('-')

    await act(async () => resolve(Words))
    const first = host.firstElementChild
    act(() => root.render(<Suspense fallback="-">{<Page words="Plan 2" />}</Suspense>))

    expect(host.textContent).toBe('Plan 2')
    expect(host.firstElementChild).toBe(first)
  })

  it('is tried again by the page itself when preparing it failed', async () => {
    let tries = 0
    const { Page, prepare } = lazyPage(async () => {
      tries += 1
      if (tries === 1) throw new Error('no connection')
      return Words
    })
    await expect(prepare()).resolves.toBeUndefined()

    const host = document.createElement('div')
    const root = createRoot(host)
    end = () => act(() => root.unmount())
    await act(async () => root.render(<Suspense fallback="-">{<Page words="Planen" />}</Suspense>))

    expect(host.textContent).toBe('Planen')
  })
})

function Words({ words }: { readonly words: string }) {
  return <p>{words}</p>
}

function draw(page: React.ReactNode): string | null {
  const host = document.createElement('div')
  const root = createRoot(host)
  end = () => act(() => root.unmount())
  act(() => root.render(<Suspense fallback="-">{page}</Suspense>))
  return host.textContent
}
