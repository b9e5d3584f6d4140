import { describe, expect, it } from 'vitest'
import { createFairQueue } from '../../../server/sync/fair-queue.ts'

describe('a fair queue', () => {
  it('[C2] does no more at a time than it may, and all of it in the end', async () => {
    const queue = createFairQueue(2)
    let underWay = 0
    const seen: number[] = []
    const work = async () => {
      seen.push(++underWay)
      await Promise.resolve()
      underWay -= 1
      return seen.length
    }

    await Promise.all(Array.from({ length: 20 }, (_, index) => queue.run(`p${index % 7}`, work)))

    expect(seen).toHaveLength(20)
    expect(Math.max(...seen)).toBe(2)
  })

  it('[C2] serves person by person, and each in the order in which they came', async () => {
    const queue = createFairQueue(1)
    const done: string[] = []
    const run = (name: string) => queue.run(name.charAt(0), async () => void done.push(name))

    await Promise.all(['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map(run))

    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  })

  it('goes on when something fails, and says so to whom it was for', async () => {
    const queue = createFairQueue(1)
    const failing = queue.run('a', () => Promise.reject(new Error('no')))
    const next = queue.run('b', () => Promise.resolve('yes'))

    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
