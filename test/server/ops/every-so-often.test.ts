import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { everySoOften, HOUR_MS, type RepeatedWork } from '../../../server/ops/every-so-often.ts'

const done: string[] = []
const failed: string[] = []
let hours: RepeatedWork

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  done.length = 0
  failed.length = 0
})

afterEach(async () => {
  vi.useRealTimers()
  await hours.stop()
})

/** Steps of these names; what `breaks` says happens in the one called broken. */
async function start(breaks: () => Promise<void>): Promise<void> {
  const steps = ['plans', 'broken', 'summaries'].map((name) => ({
    name,
    work: async () => {
      if (name === 'broken') await breaks()
      done.push(name)
    },
  }))
  hours = everySoOften(HOUR_MS, steps, (step, error) => failed.push(`${step}: ${String(error)}`))
  await hours.begun
}

it('a step that fails is told by its name, and keeps none of the others from being done', async () => {
  await start(() => Promise.reject(new Error('no such table')))

  expect(done).toEqual(['plans', 'summaries'])
  expect(failed).toEqual(['broken: Error: no such table'])
})

it('it is tried again with the others an hour later', async () => {
  let tries = 0
  await start(() => (tries++ === 0 ? Promise.reject(new Error('busy')) : Promise.resolve()))
  done.length = 0

  vi.advanceTimersByTime(HOUR_MS)
  await hours.stop()

  expect(done).toEqual(['plans', 'broken', 'summaries'])
  expect(failed).toHaveLength(1)
})

it('a step that throws before it promises anything is a failed one too', async () => {
  await start(() => {
    throw new Error('at once')
  })

  expect(done).toEqual(['plans', 'summaries'])
})
