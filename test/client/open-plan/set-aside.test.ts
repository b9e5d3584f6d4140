import { expect, it } from 'vitest'
import { createSetAsideShelf, keepInWindow } from '../../../client/open-plan/set-aside.ts'

it('a copy that the device has after all is not said to be in this window only', async () => {
  const copy = { id: '1', atMs: 1, reason: 'access-denied', update: new Uint8Array([0, 0]) }
  keepInWindow('a plan', copy)
  const shelf = createSetAsideShelf({
    name: 'a plan',
    store: {
      readSetAside: () => Promise.resolve([copy]),
      keepSetAside: () => Promise.resolve(),
      dropSetAside: () => Promise.resolve(),
    },
  })

  await shelf.load()

  expect(shelf.copies.get()).toMatchObject([{ id: '1', isOnlyHere: false }])
  expect(shelf.holdsUnstored).toBe(false)
})
