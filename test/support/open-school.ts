/** The program on a port with a school and a plan, and real sockets on it: for what the history tells. */
import type { AddressInfo } from 'node:net'
import type * as Y from 'yjs'
import type { PlanId } from '../../shared/ids.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp, type TestAppOptions } from './build-app.ts'
import { connectClient, type SyncClient } from './sync-client.ts'
import { addTestPlan, addTestSchool, type TestPerson, type TestSchool } from './test-people.ts'
import { until } from './until.ts'

export interface OpenSchool {
  readonly app: TestApp
  readonly school: TestSchool
  readonly planId: PlanId
  /** A socket of theirs on the plan, in; with a document that they have already, or a fresh one. */
  openPlan(who: TestPerson, doc?: Y.Doc): Promise<SyncClient>
  /** Of /api/plans/:planId. @throws when it is refused. */
  get<Reply>(path: string, who?: TestPerson): Promise<Reply>
  post<Reply>(path: string, body?: object, who?: TestPerson): Promise<Reply>
  /** The status alone. */
  tryTo(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    who?: TestPerson,
  ): Promise<number>
  /** Moves the server's clock. */
  later(minutes: number): void
  close(): Promise<void>
}

export async function openSchool(options: TestAppOptions = {}): Promise<OpenSchool> {
  const app = await buildTestApp(options)
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const url = `ws://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = (await addTestPlan(app, school)) as PlanId
  const { coordinator } = school.people
  const clients: SyncClient[] = []

  const send = (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { cookie }: TestPerson,
    body?: object,
  ) => app.send({ method, url: `/api/plans/${planId}${path}`, cookie, ...(body && { body }) })
  const ask = async (...request: Parameters<typeof send>) => {
    const reply = await send(...request)
    if (reply.statusCode >= 300) throw new Error(`${request[1]}: ${reply.statusCode} ${reply.body}`)
    return reply
  }

  return {
    app,
    school,
    planId,
    async openPlan({ cookie }, doc) {
      const client = await connectClient(url, {
        planId,
        headers: { cookie, origin: TEST_ORIGIN },
        ...(doc && { doc }),
      })
      clients.push(client)
      await until('in, or sent away', () => client.isSynced() || client.closeCode() !== null)
      return client
    },
    get: async <Reply>(path: string, who = coordinator) =>
      (await ask('GET', path, who)).json<Reply>(),
    post: async <Reply>(path: string, body?: object, who = coordinator) =>
      (await ask('POST', path, who, body)).json<Reply>(),
    tryTo: async (method, path, body, who = coordinator) =>
      (await send(method, path, who, body)).statusCode,
    later: (minutes) => void (app.clock.nowMs += minutes * 60_000),
    async close() {
      for (const { socket } of clients) socket.close()
      await app.close()
    },
  }
}
