/** From a letter on the socket to what the other doors show: the real sync server and database. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import type { PlanList } from '../../../shared/api/plans.ts'
import { planMap } from '../../../shared/plan/plan-doc.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { connectClient, type SyncClient, type } from '../../support/sync-client.ts'
import {
  addTestPlan,
  addTestSchool,
  type TestPerson,
  type TestSchool,
} from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

let app: TestApp
let school: TestSchool
let planId: string
let clients: SyncClient[]

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school)
  clients = []
  await app.app.listen({ port: 0, host: '127.0.0.1' })
})

afterEach(async () => {
  vi.useRealTimers()
  for (const client of clients) client.socket.terminate()
  await app.close()
})

function httpUrl(): string {
  return `http://127.0.0.1:${(app.app.server.address() as { port: number }).port}`
}

async function enter({ cookie }: TestPerson): Promise<SyncClient> {
  const client = await connectClient(httpUrl().replace('http', 'ws'), {
    planId,
    headers: { cookie, origin: TEST_ORIGIN },
  })
  clients.push(client)
  await client.synced()
  return client
}

const readPlan = async () =>
  (
    await app.send({ url: `/api/plans/${planId}`, cookie: school.people.guest.cookie })
  ).json<PlanDocument>()
const readText = async () => {
  const { sections } = await readPlan()
  const field = sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'leadership.today')
  return plainText(field?.text ?? [])
}
const listed = async () =>
  (
    await app.send({
      url: `/api/schools/${school.schoolId}/plans`,
      cookie: school.people.guest.cookie,
    })
  ).json<PlanList>().plans[0]

describe('what a teacher writes', () => {
  it('stands in the plan as soon as it is said to be saved', async () => {
    const client = await enter(school.people.teacher)

    type(client.doc, 'Vi deler ansvaret.')
    await client.allSaved()

    expect(await readText()).toBe('Vi deler ansvaret.')
    expect((await readPlan()).seq).toBeGreaterThan(1)
  })

  // How soon: summary-refresher.test.ts.
  it('stands in the list of plans by itself', async () => {
    const client = await enter(school.people.teacher)

    planMap(client.doc).set('title', 'Ny tittel')
    type(client.doc, 'Vi deler ansvaret.')
    await client.allSaved()

    await until('the list has the title and the words', async () => {
      const plan = await listed()
      return plan?.title === 'Ny tittel' && plan.wheel[0]?.today === 'begun'
    })
  })

  it('is no longer taken once their session was ended', async () => {
    const { teacher } = school.people
    const client = await enter(teacher)
    await app.send({ method: 'POST', url: '/api/sign-out', cookie: teacher.cookie })

    type(client.doc, 'Etterpå.')

    expect(await client.closed()).toBe(4401)
    expect(await readText()).toBe('')
  })
})

describe('what somebody who may only read writes', () => {
  it.each(['leadership', 'pupil', 'guest'] as const)('as %s is not taken', async (role) => {
    const { memberId } = school.people[role]
    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right: 'read' },
    })
    const client = await enter(school.people[role])

    type(client.doc, 'Hei!')
    await until('the change is refused', () => client.rejected.length > 0)

    expect(await readText()).toBe('')
  })
})

describe('stopping', () => {
  it('says goodbye to every socket with a code that means: come again', async () => {
    const client = await enter(school.people.teacher)
    type(client.doc, 'Siste ord.')

    await app.app.close()

    expect(await client.closed()).toBe(1012)
  })

  it('answers who comes meanwhile with the code for it', async () => {
    const client = await enter(school.people.teacher)
    // Hears no goodbye, and the second that the stop waits for an answer does not pass.
    client.socket.pause()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

    const stopping = app.app.close()
    const ready = await fetch(`${httpUrl()}/readyz`)
    const alive = await fetch(`${httpUrl()}/livez`)

    expect(ready.status).toBe(503)
    expect(await ready.json()).toMatchObject({ code: 'server-restarting' })
    expect(alive.status).toBe(200)
    client.socket.resume()
    await stopping
  })
})
