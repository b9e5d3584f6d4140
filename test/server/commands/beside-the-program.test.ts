/** Commands beside the running program: what they take away is felt in open plans. */
import { afterEach, expect, it } from 'vitest'
import type { AddressInfo } from 'node:net'
import { createKyselyMemberStore } from '../../../server/storage/kysely-member-store.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { connectClient } from '../../support/sync-client.ts'
import { addTestPlan, addTestSchool } from '../../support/test-people.ts'

let app: TestApp

afterEach(async () => {
  await app.close()
})

it('a member who is suspended from outside is sent out of their open plan', async () => {
  app = await buildTestApp()
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = await addTestPlan(app, school)
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.app.server.address() as AddressInfo
  const { teacher } = school.people
  const client = await connectClient(`ws://127.0.0.1:${port}`, {
    planId,
    headers: { cookie: teacher.cookie, origin: TEST_ORIGIN },
  })
  await client.synced()

  // As `samplan suspend` does it: straight in the database, and the program is told nothing.
  const by = { memberId: null, atMs: app.clock.nowMs }
  await createKyselyMemberStore(app.database.db).setSuspended(teacher.memberId, true, by)

  expect(await client.closed()).toBe(4403)
})
