import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeOneByOne } from '../../../server/sync/goodbye.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([
  ['twenty milliseconds apart', 12, 20],
  ['within two seconds', 400, 5],
])('[S2] a stop is told to one after the other, %s', async (_how, count, stepMs) => {
  const startMs = performance.now()
  const told: [code: string, atMs: number][] = []
  const connections = Array.from({ length: count }, () => ({
    close: (code: string) => void told.push([code, performance.now() - startMs]),
  }))

  const all = closeOneByOne(connections)
  await vi.runAllTimersAsync()
  await all

  expect(told).toEqual(connections.map((_each, index) => ['server-restarting', index * stepMs]))
})
