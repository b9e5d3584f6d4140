import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Demo } from '../../../shared/api/demo.ts'
import type { Me } from '../../../shared/api/me.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { addTestSchool } from '../../support/test-people.ts'

let app: TestApp

beforeEach(async () => {
  app = await buildTestApp()
})

afterEach(() => app.close())

const newDemo = async () => (await app.send({ method: 'POST', url: '/api/demo' })).json<Demo>()
const signIn = (signInUrl: string, cookie?: string) =>
  app.send({
    url: signInUrl.slice(TEST_ORIGIN.length),
    cookie,
    headers: { accept: 'text/html' },
  })

describe('a sign-in link', () => {
  it('that does not work says so in the reader’s language, without script or style from outside', async () => {
    const reply = await app.send({
      url: '/sign-in/nothing',
      headers: { accept: 'text/html', 'accept-language': 'en-GB,en;q=0.9' },
    })

    expect(reply.statusCode).toBe(410)
    expect(reply.body).toContain('This link does not work any more')
    expect(reply.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    )
  })

  it('says it as data to programs', async () => {
    expect((await app.send({ url: '/sign-in/nothing' })).json()).toMatchObject({
      code: 'link-not-valid',
    })
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', ''])(
    'never leads away from here: %s',
    async (path) => {
      const demo = await newDemo()
      await app.database.db.updateTable('sign_in_link').set({ path }).execute()

      expect((await signIn(demo.people[0]!.signInUrl)).headers.location).toBe('/')
    },
  )

  it('never takes the place of a session in a real school, and a page says so', async () => {
    const { people } = await addTestSchool(app, 'Grønnvika')
    const demo = await newDemo()

    const reply = await signIn(demo.people[0]!.signInUrl, people.teacher.cookie)

    expect(reply.statusCode).toBe(409)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.headers['content-type']).toContain('text/html')
    expect(reply.body).toContain('Du er allerede logget inn')
    const me = await app.send({ url: '/api/me', cookie: people.teacher.cookie })
    expect(me.json<Me>().user?.userId).toBe(people.teacher.userId)
  })

  it('takes the place of a session in another example', async () => {
    const demo = await newDemo()
    const [first, second] = demo.people
    const cookie = cookieOf(await signIn(first!.signInUrl)) ?? ''

    const reply = await signIn(second!.signInUrl, cookie)

    const me = (await app.send({ url: '/api/me', cookie: cookieOf(reply) })).json<Me>()
    expect(me.user?.name).toBe(second!.name)
  })
})
