import { beforeEach, describe, expect, it } from 'vitest'
import type { SyncPass } from '../../../server/sync/sync-pass.ts'
import type { FailureCode } from '../../../shared/failure.ts'
import { awarenessFrame, MESSAGE_NOTICE } from '../../../shared/protocol/frames.ts'
import { type as typeIn } from '../../support/sync-client.ts'
import { passOf, seed } from '../../support/sync-harness.ts'
import { syncRoom } from '../../support/sync-room.ts'
import { until } from '../../support/until.ts'

const QUERY_AWARENESS = Uint8Array.of(3)
const NOBODY = awarenessFrame(Uint8Array.of(0))

const room = syncRoom()
let passes: SyncPass[]
let gone: SyncPass[]
let refusal: FailureCode | null

beforeEach(async () => {
  passes = []
  gone = []
  refusal = null
  await room.start({
    admit: (request) => {
      const pass = passOf(request)
      if (typeof pass === 'string') return Promise.resolve(pass)
      const changing: SyncPass = {
        ...pass,
        refusal: () => refusal,
        mayWrite: () => refusal === null,
        leave: () => void gone.push(changing),
      }
      passes.push(changing)
      return Promise.resolve(changing)
    },
  })
  await seed(room.harness.server)
})

const joined = async () => {
  const client = await room.join()
  await client.synced()
  return client
}

describe('a connection whose rights change', () => {
  it.each([
    ['says hello', (it) => it.sendStep1()],
    ['writes', (it) => typeIn(it.doc, 'x')],
    ['says who is here', (it) => it.send(NOBODY)],
    ['asks who is here', (it) => it.send(QUERY_AWARENESS)],
  ] satisfies [string, (client: Awaited<ReturnType<typeof joined>>) => void][])(
    '[R2] is closed by the very next message when the right to read is gone: it %s',
    async (_what, send) => {
      const client = await joined()

      refusal = 'access-denied'
      send(client)

      expect(await client.closed()).toBe(4403)
    },
  )

  it('[R2] is closed and told by its own pass, and no other', async () => {
    const [one, two] = [await joined(), await joined()]
    const [first, second] = passes
    const notices = () => two.frames.filter(([kind]) => kind === MESSAGE_NOTICE).length

    room.harness.server.closePass(first!, 'access-denied')
    room.harness.server.notifyPass(second!)

    expect(await one.closed()).toBe(4403)
    await until('told', () => notices() === 1)
    expect(two.closeCode()).toBeNull()
  })

  it('gives its pass back when it is over, and when it never came to be', async () => {
    const client = await joined()
    await client.close()
    await until('given back', () => gone.includes(passes[0]!))

    refusal = 'sign-in-required'
    expect(await (await room.join()).closed()).toBe(4401)
    refusal = null
    expect(await (await room.join({ query: { epoch: '9' } })).closed()).toBe(4409)
    expect(await (await room.join({ planId: 'z'.repeat(20) })).closed()).toBe(4404)

    await until('all are given back', () => gone.length === passes.length)
    expect(passes).toHaveLength(4)
  })
})
