import { expect, it } from 'vitest'
import type { Demo } from '../../../shared/api/demo.ts'
import type { ThreadList } from '../../../shared/api/threads.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN } from '../../support/build-app.ts'

it('the example is discussed: open and resolved threads, a suggestion, decisions, something to do', async () => {
  const app = await buildTestApp()
  const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<Demo>()
  const link = (name: string) => demo.people.find((person) => person.name === name)?.signInUrl
  const signIn = async (name: string) => {
    const url = (link(name) ?? '').slice(TEST_ORIGIN.length)
    return cookieOf(await app.send({ url, headers: { accept: 'text/html' } }))
  }
  const cookie = await signIn('Sigrid Aasen')
  const guest = await signIn('Kjersti Vik')

  const url = `/api/plans/${demo.planId}/threads`
  const { threads } = (await app.send({ url, cookie })).json<ThreadList>()

  const speakers = threads.flatMap(({ messages }) => messages.map(({ by }) => by.name))
  expect(new Set(speakers)).toEqual(new Set(speakers.filter((name) => link(name))))
  expect(speakers).toEqual(expect.arrayContaining(['Leila Haddad', 'Kjersti Vik']))
  expect(new Set(threads.map(({ state }) => state))).toEqual(new Set(['open', 'resolved']))
  expect(threads.flatMap(({ decision }) => decision?.sentence ?? [])).toHaveLength(3)
  expect(threads.flatMap(({ assignee }) => assignee?.name ?? [])).toEqual(['Marit Solhaug'])
  expect(threads.flatMap(({ suggestion }) => suggestion?.state ?? [])).toContain('open')
  const accepted = threads.find(({ suggestion }) => suggestion?.state === 'accepted')
  expect(accepted).toMatchObject({
    by: { name: 'Torbjørn Hagen' },
    suggestion: { settledBy: { name: 'Amina Warsame' } },
  })
  const mentioned = threads.flatMap(({ messages }) => messages.flatMap((one) => one.mentions))
  expect(mentioned.map(({ name }) => name)).toEqual(['Elle Márjá Lund', 'Marit Solhaug'])
  expect(JSON.stringify(threads)).not.toContain('@elle')
  expect((await app.send({ url, cookie: guest })).statusCode).toBe(200)

  const wholePlan = async () => (await app.send({ url: `/api/plans/${demo.planId}`, cookie })).body
  const vague = 'Lærerne samarbeider tett.'
  expect(await wholePlan()).toContain('Første tirsdag i måneden viser ett team')
  expect(await wholePlan()).not.toContain(vague)
  const anchored = threads.filter(({ place }) => 'anchor' in place && place.anchor !== null)
  expect(anchored).toHaveLength(5)
  const back = await app.send({
    method: 'POST',
    url: `${url}/${accepted?.threadId}/take-back`,
    cookie: await signIn('Amina Warsame'),
  })
  expect(back.statusCode).toBe(200)
  expect(await wholePlan()).toContain(vague)
  await app.close()
})
