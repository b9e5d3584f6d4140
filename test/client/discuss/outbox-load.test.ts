/** What this window says before it has read what an earlier one left on the device. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, expect, it } from 'vitest'
import { RequestFailed } from '../../../client/api/request.ts'
import { createOutbox, type Said } from '../../../client/discuss/outbox.ts'
import { openDiscussDatabase } from '../../../client/open-plan/discuss-database.ts'
import {
  closeThreads,
  createDiscussSchool,
  DISCUSSED_PLAN_ID,
  openThreads,
  shows,
} from '../../support/discuss-school.ts'
import { until } from '../../support/until.ts'

afterEach(closeThreads)

it('is sent once: the school that fails at it is not asked again for having read', async () => {
  const school = createDiscussSchool()
  school.say('Full')
  school.refuse('server-error')
  // Nothing can be kept: then all is read at once.
  const page = openThreads(school, null)

  page.say('Fails')
  await shows(page, ['Full'], ['Fails'])

  expect(school.asked).toBe(1)
})

it('does not come back when it was thrown away in that moment', async () => {
  const said: Said = {
    id: 'm'.repeat(20),
    planId: DISCUSSED_PLAN_ID,
    atMs: 1,
    words: {
      kind: 'message',
      threadId: 't'.repeat(20),
      message: { messageId: 'm'.repeat(20), body: 'Hei' },
    },
    refused: null,
  }
  const database = openDiscussDatabase<Said>('user', new IDBFactory())
  const outbox = createOutbox({
    planId: DISCUSSED_PLAN_ID,
    database,
    deliver: () => Promise.reject(new RequestFailed('access-denied')),
    onTaken: () => undefined,
  })
  outbox.put(said)
  await until('kept', () => !outbox.holdsUnkept)

  const loading = outbox.load()
  // The device is asked by now, and has not answered.
  await database
  outbox.discard(said.id)
  await loading

  expect(outbox.waiting.get()).toEqual([])
  outbox.close()
})
