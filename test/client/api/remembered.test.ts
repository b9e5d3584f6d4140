import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetAll, rememberedOr } from '../../../client/api/remembered.ts'
import { RequestFailed } from '../../../client/api/request.ts'

beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())

const answers = (reply: unknown) => () => Promise.resolve(reply)
const fails = (problem: RequestFailed['problem']) => () =>
  Promise.reject(new RequestFailed(problem))

it('without connection the reply from before is given', async () => {
  await rememberedOr('entry.p', answers({ title: 'Plan' }))

  expect(await rememberedOr('entry.p', fails('no-connection'))).toEqual({ title: 'Plan' })
})

it('a refusal is never answered from memory', async () => {
  await rememberedOr('entry.p', answers({ title: 'Plan' }))

  await expect(rememberedOr('entry.p', fails('access-denied'))).rejects.toMatchObject({
    problem: 'access-denied',
  })
})

it('without connection and memory the problem comes through', async () => {
  await expect(rememberedOr('entry.q', fails('no-connection'))).rejects.toMatchObject({
    problem: 'no-connection',
  })
})

it('signing out forgets every reply and nothing else', async () => {
  localStorage.setItem('samplan.theme', 'dark')
  await rememberedOr('me', answers({ user: null }))

  forgetAll()

  await expect(rememberedOr('me', fails('no-connection'))).rejects.toThrow(RequestFailed)
  expect(localStorage.getItem('samplan.theme')).toBe('dark')
})
