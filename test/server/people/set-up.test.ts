import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../../../shared/api/me.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'

let app: TestApp

beforeEach(async () => {
  app = await buildTestApp()
})

afterEach(() => app.close())

const setUp = (token: string, traits: object = {}) =>
  app.send({
    method: 'POST',
    url: '/api/set-up',
    body: {
      token,
      schoolName: ' Ternvåg  skole ',
      name: 'Elle Márjá Lund',
      language: 'nb',
      ...traits,
    },
  })

const tokenOf = (link: string | null) => link?.split('#')[1] ?? ''
const count = async (table: 'school' | 'user' | 'member' | 'session') =>
  (await app.database.db.selectFrom(table).selectAll().execute()).length

describe('the set-up link of the first start', () => {
  it('carries its token where no server sees it', async () => {
    expect(await app.createSetUpLink()).toMatch(
      new RegExp(`^${TEST_ORIGIN}/set-up#[A-Za-z0-9_-]{43}$`),
    )
  })

  it('makes a school and its coordinator, and signs them in', async () => {
    const reply = await setUp(tokenOf(await app.createSetUpLink()))

    expect(reply.statusCode).toBe(201)
    const me = (await app.send({ url: '/api/me', cookie: cookieOf(reply) })).json<Me>()
    expect(me.user).toMatchObject({ name: 'Elle Márjá Lund', language: 'nb', example: false })
    expect(me.schools).toMatchObject([
      {
        schoolId: reply.json<{ schoolId: string }>().schoolId,
        name: 'Ternvåg skole',
        role: 'coordinator',
        today: '2027-01-19',
      },
    ])
  })

  it('works once, and there is no other while there is a school', async () => {
    const token = tokenOf(await app.createSetUpLink())
    await setUp(token)

    const again = await setUp(token)

    expect(again.statusCode).toBe(410)
    expect(again.json()).toMatchObject({ code: 'link-not-valid' })
    expect(cookieOf(again)).toBeNull()
    expect(await app.createSetUpLink()).toBeNull()
    expect(await count('school')).toBe(1)
  })

  it('of two people at once lets in one, and leaves nothing of the other', async () => {
    const token = tokenOf(await app.createSetUpLink())

    const replies = await Promise.all([
      setUp(token, { name: 'First' }),
      setUp(token, { name: 'Second' }),
      setUp(token, { name: 'Third' }),
    ])

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 410, 410])
    expect([
      await count('school'),
      await count('user'),
      await count('member'),
      await count('session'),
    ]).toEqual([1, 1, 1, 1])
  })

  it('is replaced at each start without a school', async () => {
    const first = tokenOf(await app.createSetUpLink())
    const second = tokenOf(await app.createSetUpLink())

    expect((await setUp(first)).statusCode).toBe(410)
    expect((await setUp(second)).statusCode).toBe(201)
  })

  it('is still good after a try that failed half-way', async () => {
    const token = tokenOf(await app.createSetUpLink())
    await app.database.db.schema.alterTable('session').renameTo('session_away').execute()

    const failed = await setUp(token)

    await app.database.db.schema.alterTable('session_away').renameTo('session').execute()
    expect(failed.statusCode).toBe(500)
    expect(await count('school')).toBe(0)
    expect((await setUp(token)).statusCode).toBe(201)
  })

  it.each([
    { name: '\u202e \u0007' },
    { schoolName: '   ' },
    { language: 'xx' },
    { name: 'x'.repeat(201) },
  ])('refuses %j and stays good', async (traits) => {
    const token = tokenOf(await app.createSetUpLink())

    expect((await setUp(token, traits)).json()).toMatchObject({ code: 'bad-request' })
    expect((await setUp(token)).statusCode).toBe(201)
  })

  it('is not spent by an example school', async () => {
    await app.send({ method: 'POST', url: '/api/demo' })

    expect(await app.createSetUpLink()).not.toBeNull()
  })

  it('is stored as a hash only', async () => {
    const token = tokenOf(await app.createSetUpLink())

    const rows = await app.database.db.selectFrom('set_up_link').selectAll().execute()

    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/)
  })
})
