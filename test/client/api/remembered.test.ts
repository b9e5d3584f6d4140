import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetAll, recallAll, rememberedOr } from '../../../client/api/remembered.ts'
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

it('a colleague at the same computer is given nothing of another person', async () => {
  const ask = (userId: string) =>
    rememberedOr('entry.p', answers({ userId }), (reply) => (reply as { userId: string }).userId)
  await ask('kari')
  await rememberedOr('me', answers('ola'), (reply) => reply as string)

  await expect(rememberedOr('entry.p', fails('no-connection'))).rejects.toThrow(RequestFailed)

  await rememberedOr('me', answers('kari'), (reply) => reply as string)
  expect(await rememberedOr('entry.p', fails('no-connection'))).toEqual({ userId: 'kari' })
})

it('a browser that refuses its storage has nothing to forget', () => {
  const refusal = vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError')
  })
  localStorage.setItem('samplan.remembered.x', '1')

  expect(forgetAll).not.toThrow()

  refusal.mockRestore()
})

const ask = (key: string, userId: string) =>
  rememberedOr(key, answers({ key, userId }), (reply) => (reply as { userId: string }).userId)

it('gives all that is remembered for the one who is signed in, and only to them', async () => {
  await ask('entry.p', 'kari')
  await ask('entry.q', 'ola')
  await ask('plans.s', 'ola')

  expect(recallAll('entry.')).toEqual([{ key: 'entry.q', userId: 'ola' }])
})
