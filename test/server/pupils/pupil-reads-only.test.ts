/** What a pupil cannot do: write, in any way, and be asked who they are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../../../shared/api/pupils.ts'
import { TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { openPupils, type Pupils } from '../../support/pupils.ts'
import { filesBelow, ROOT } from '../../support/source-files.ts'
import { connectClient, type } from '../../support/sync-client.ts'
import type { TestSchool } from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

let app: TestApp
let school: TestSchool
let planId: string
let pupils: Pupils
let cookie: string

beforeAll(async () => {
  ;({ app, school, planId, pupils } = await openPupils())
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  cookie = (await pupils.comeIn((await pupils.open()).code)).cookie ?? ''
})

afterAll(() => app.close())

const connect = async () => {
  const { port } = app.app.server.address() as { port: number }
  const client = await connectClient(`ws://127.0.0.1:${port}`, {
    planId,
    headers: { origin: TEST_ORIGIN, cookie },
  })
  await until('in or out', () => client.isSynced() || client.closeCode() !== null)
  return client
}

describe('a pupil who came in by a code', () => {
  it('reads on the socket, and what they type there is refused', async () => {
    const client = await connect()
    const before = await app.database.db.selectFrom('plan_update').selectAll().execute()

    type(client.doc, 'x')
    await until('answered', () => client.rejected.length > 0)

    expect(client.closeCode()).toBeNull()
    expect(await app.database.db.selectFrom('plan_update').selectAll().execute()).toEqual(before)
    await client.close()
  })

  it.each([
    [
      'POST',
      `/api/schools/:schoolId/plans`,
      { title: 'P', language: 'nb', periodStart: null, periodEnd: null },
    ],
    ['PUT', '/api/plans/:planId/state', { state: 'deleted' }],
    [
      'PUT',
      '/api/plans/:planId/posts',
      { head: null, responsible: [], pupilsCouncil: [], sectionOwners: [] },
    ],
    ['POST', '/api/plans/:planId/invitations', { role: 'teacher', days: 7, maxUses: 5 }],
    ['POST', '/api/plans/:planId/pupil-doors', { label: '', days: 7, maxUses: 5 }],
    ['PUT', '/api/me/name', { name: 'Rektor' }],
    ['PUT', '/api/me/email', { email: 'nora@example.org', password: null }],
    [
      'PUT',
      '/api/me/password',
      { current: null, password: 'tre grønne sykler', publicComputer: true },
    ],
  ] as const)('may not %s %s', async (method, path, body) => {
    const url = path.replace(':planId', planId).replace(':schoolId', school.schoolId)

    expect((await app.send({ method, url, cookie, body })).statusCode).toBe(403)
  })

  it.each(['pupils', 'invitations', 'rights', 'export/pdf'])(
    'does not get to see /%s of the plan',
    async (what) => {
      const reply = await app.send({ url: `/api/plans/${planId}/${what}`, cookie })

      expect(reply.statusCode).toBe(403)
    },
  )

  it('is sent out of the open plan at once when it is shut to them', async () => {
    const client = await connect()
    const { memberId } = (await pupils.list()).pupils[0]!

    await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right: 'none' },
    })

    await until('out', () => client.closeCode() !== null)
    expect(client.closeCode()).toBe(4403)
  })
})

describe('nowhere at the pupils’ door', () => {
  it('does a body, or a column of its tables, have room for an address or a password', async () => {
    const bodies = JSON.stringify(contract)
    const doors = await app.database.db.selectFrom('pupil_door').selectAll().execute()
    const codes = await app.database.db.selectFrom('return_code').selectAll().execute()

    const fields = [bodies, ...[doors[0], codes[0]].map((row) => Object.keys(row ?? {}).join())]
    expect(fields.filter((text) => /e-?mail|password|phone|surname|birth/i.test(text))).toEqual([])
    expect(await app.database.db.selectFrom('account').selectAll().execute()).toEqual([])
  })

  it('does a page ask for one', () => {
    const pages = filesBelow('client').filter((path) => path.startsWith('client/pupils/'))
    const asking = pages.filter((path) =>
      /type="(?:email|password|tel)"|autoComplete="(?:email|username|name|tel)"/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    )

    expect(pages.length).toBeGreaterThan(3)
    expect(asking).toEqual([])
  })
})
