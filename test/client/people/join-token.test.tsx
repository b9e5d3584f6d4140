import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetToken, useJoinToken } from '../../../client/people/join-token.ts'
import { until } from '../../support/until.ts'

const FIRST = 'a'.repeat(43)
const SECOND = 'b'.repeat(43)

let root: Root | null = null

beforeEach(() => {
  sessionStorage.clear()
  history.replaceState(null, '', '/join')
})

afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

it('takes the token out of the address bar and keeps it over a reload', async () => {
  history.replaceState(null, '', `/join#${FIRST}`)
  open()
  await shows(FIRST)
  await until('the token leaves the address', () => location.hash === '')

  root?.unmount()
  open()

  await shows(FIRST)
})

it('follows a second link that is opened in the same window', async () => {
  history.replaceState(null, '', `/join#${FIRST}`)
  open()
  await shows(FIRST)
  await until('the token leaves the address', () => location.hash === '')

  location.hash = SECOND

  await shows(SECOND)
})

it('takes no other fragment for a token', async () => {
  history.replaceState(null, '', `/join#${FIRST}`)
  open()
  await shows(FIRST)
  await until('the token leaves the address', () => location.hash === '')

  location.hash = 'main'

  await until('the fragment is there', () => location.hash === '#main')
  await shows(FIRST)
})

it('leaves the token in the address where the browser keeps nothing', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('refused')
  })
  history.replaceState(null, '', `/join#${FIRST}`)

  open()

  await shows(FIRST)
  expect(location.hash).toBe(`#${FIRST}`)
})

it('has none once it was used, and none in a link that was cut', async () => {
  history.replaceState(null, '', `/join#${FIRST}`)
  open()
  await shows(FIRST)
  await until('the token leaves the address', () => location.hash === '')
  root?.unmount()

  forgetToken()
  history.replaceState(null, '', `/join#${SECOND.slice(0, 20)}`)
  open()

  await shows('none')
})

function Shown() {
  return <p>{useJoinToken() ?? 'none'}</p>
}

function open(): void {
  document.body.replaceChildren()
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  root.render(<Shown />)
}

const shows = (words: string) =>
  until(`${words} is shown`, () => document.body.textContent === words)
