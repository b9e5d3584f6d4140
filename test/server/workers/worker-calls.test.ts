import { afterEach, expect, it } from 'vitest'
import { createWorkerCalls, type WorkerCalls } from '../../../server/workers/worker-calls.ts'
import type { DyingHandlers } from '../../support/dying-worker.ts'

let calls: WorkerCalls<DyingHandlers>
const deaths: string[] = []

function start(): void {
  deaths.length = 0
  calls = createWorkerCalls<DyingHandlers>({
    script: new URL('../../support/dying-worker.ts', import.meta.url),
    failureCode: 'server-error',
    onDeath: (error) => deaths.push(error.message),
  })
}

afterEach(() => calls.close())

it('answers each question with its own answer', async () => {
  start()

  const answers = await Promise.all([1, 2, 3].map((value) => calls.call('double', value)))

  expect(answers).toEqual([2, 4, 6])
})

it("gives whole buffers away and copies parts: the rest may be somebody else's", async () => {
  start()
  const whole = Uint8Array.of(1, 2, 3)
  const larger = Uint8Array.of(0, 4, 5, 6)
  const part = larger.subarray(1)

  expect(await calls.give([whole], 'reversed', whole)).toEqual(Uint8Array.of(3, 2, 1))
  expect(await calls.give([part], 'reversed', part)).toEqual(Uint8Array.of(6, 5, 4))

  expect(whole).toHaveLength(0)
  expect(larger).toEqual(Uint8Array.of(0, 4, 5, 6))
})

it('keeps the code of a Failure and gives any other error one', async () => {
  start()

  await expect(calls.call('fail')).rejects.toMatchObject({ code: 'plan-busy' })
  await expect(calls.call('throw')).rejects.toMatchObject({ code: 'server-error' })
})

it('[D3] fails what a dying thread was asked, and starts another for the next question', async () => {
  start()

  const dying = calls.call('die')
  const behind = calls.call('double', 1)

  await expect(dying).rejects.toMatchObject({ code: 'server-error' })
  await expect(behind).rejects.toMatchObject({ code: 'server-error' })
  expect(await calls.call('double', 21)).toBe(42)
  expect(deaths).toEqual(['exit code 3'])
})
