import Fastify from 'fastify'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { compileWhenUsed } from '../../../server/ops/compile-when-used.ts'

const COUNT = Type.Object({ count: Type.Integer({ maximum: 3 }) })

function appWith(response: object) {
  const app = Fastify()
  compileWhenUsed(app)
  app.post('/counted', { schema: { body: COUNT, response: { 200: response } } }, (request) =>
    Promise.resolve({ ...(request.body as object), secret: 'not in the contract' }),
  )
  const send = (count: unknown) => app.inject({ method: 'POST', url: '/counted', body: { count } })
  return { app, send }
}

describe('a contract that is compiled when its route is used', () => {
  it('refuses what it does not allow, the first time and later', async () => {
    const { send } = appWith(COUNT)

    const statuses = [await send(4), await send(3), await send('x'), await send(1)]

    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([400, 200, 400, 200])
  })

  it('lets nothing out that it does not name, the first time and later', async () => {
    const { send } = appWith(COUNT)

    expect((await send(1)).json()).toEqual({ count: 1 })
    expect((await send(2)).json()).toEqual({ count: 2 })
  })

  it('takes no time of the start: a route that nobody uses is not compiled', async () => {
    const { app, send } = appWith({ type: 'object', properties: { count: { $ref: 'nowhere#' } } })

    await app.ready()

    expect((await send(1)).statusCode).toBe(500)
  })
})
