import { expect, it } from 'vitest'
import { hasNewerBuild } from '../../../client/open-plan/newer-build.ts'

const silent = () => Promise.reject(new TypeError('no network'))
const lists = (files: unknown) => () => Promise.resolve(Response.json(files))

it('a page whose first script the server no longer has is of an older build', async () => {
  expect(await hasNewerBuild(lists(['/assets/new.js']), '/assets/old.js')).toBe(true)
  expect(await hasNewerBuild(lists(['/assets/old.js']), '/assets/old.js')).toBe(false)
})

it('without an answer that makes sense there is nothing to say', async () => {
  expect(await hasNewerBuild(silent, '/assets/old.js')).toBe(false)
  expect(await hasNewerBuild(lists({ code: 'not-found' }), '/assets/old.js')).toBe(false)
  expect(await hasNewerBuild(lists(['/assets/new.js']), null)).toBe(false)
})
