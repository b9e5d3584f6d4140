import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useMutationOnce } from '../../../client/api/use-mutation-once.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let asked: string[]
let answers: ((isDone: boolean) => void)[]

beforeEach(() => {
  asked = []
  answers = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Asking />
      </QueryClientProvider>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function Asking() {
  const asking = useMutationOnce({
    mutationFn: (what: string) => {
      asked.push(what)
      return new Promise<void>((done, failed) =>
        answers.push((isDone) => (isDone ? done() : failed(new Error('no')))),
      )
    },
  })
  return ['a', 'b'].map((what) => (
    <button key={what} onClick={() => asking.mutate(what)}>
      {what}
    </button>
  ))
}

const click = (...whats: string[]) =>
  act(async () => {
    for (const what of whats) {
      const buttons = [...document.querySelectorAll('button')]
      buttons.find(({ textContent }) => textContent === what)?.click()
    }
  })
const answer = (isDone: boolean) => act(async () => answers.shift()?.(isDone))

it('two clicks in the same instant ask once', async () => {
  await click('a', 'a')
  await click('a')

  expect(asked).toEqual(['a'])
})

it.each([true, false])('may be asked again when it was answered, done: %s', async (isDone) => {
  await click('a')
  await answer(isDone)
  await click('a')

  expect(asked).toEqual(['a', 'a'])
})

it('another thing is asked meanwhile, and the first again after it', async () => {
  await click('a', 'b', 'a')

  expect(asked).toEqual(['a', 'b', 'a'])
})

it('every change in the pages is asked this way', () => {
  const folder = join(import.meta.dirname, '../../../client')
  const others = globSync('**/*.{ts,tsx}', { cwd: folder })
    .filter((file) => !file.endsWith('use-mutation-once.ts'))
    .filter((file) => /\buseMutation\b/.test(readFileSync(join(folder, file), 'utf8')))

  expect(others).toEqual([])
})
