import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import {
  dropSetAside,
  plansWithUnsentText,
  purgeCopies,
  readDeviceCopies,
} from '../../../client/open-plan/device-copies.ts'
import { databaseName, openPlanDatabase } from '../../../client/open-plan/plan-database.ts'
import { until } from '../../support/until.ts'

async function keep(databases: IDBFactory, userId: string, planId: string, windows: string[]) {
  const name = databaseName(userId, planId)
  const database = await openPlanDatabase(databases, name, () => undefined)
  const unsent = { set: windows.map((window) => ({ window, token: 1 })), clear: [] }
  await database.write({
    epoch: 1,
    generation: null,
    hasOwn: false,
    updates: [],

    unsent,
  })
  database.close()
}

it('names the plans with unsent text, of this person only', async () => {
  const databases = new IDBFactory()
  await keep(databases, 'kari', 'sent', [])
  await keep(databases, 'kari', 'unsent', ['1'])
  await keep(databases, 'ola', 'other', ['1'])

  expect(await plansWithUnsentText('kari', databases)).toEqual(['unsent'])
})

it('names a plan of which a copy was set aside', async () => {
  const databases = new IDBFactory()
  const name = databaseName('kari', 'aside')
  const database = await openPlanDatabase(databases, name, () => undefined)
  await database.setAside({ id: '1', atMs: 0, reason: 'diverged', update: new Uint8Array() }, 1)
  database.close()

  expect(await plansWithUnsentText('kari', databases)).toEqual(['aside'])
})

it('purges everything of one person and nothing of another', async () => {
  const databases = new IDBFactory()
  await keep(databases, 'kari', 'a', ['1'])
  await keep(databases, 'ola', 'b', ['1'])

  await purgeCopies('kari', databases)

  expect((await databases.databases()).map(({ name }) => name)).toEqual(['samplan/ola/b'])
})

it('purges what it can and says when another window does not let go', async () => {
  const databases = new IDBFactory()
  await keep(databases, 'kari', 'a', [])
  await keep(databases, 'kari', 'b', [])
  const held = databases.open(databaseName('kari', 'a'))
  await new Promise((resolve) => held.addEventListener('success', resolve))

  await expect(purgeCopies('kari', databases, 20)).rejects.toThrow('another window')

  held.result.close()
  await until('gone', async () => (await databases.databases()).length === 0)
})

it('reads everything that is kept, and forgets a copy that was set aside', async () => {
  const databases = new IDBFactory()
  await keep(databases, 'kari', 'a', ['1'])
  const database = await openPlanDatabase(databases, databaseName('kari', 'b'), () => undefined)
  const copy = { id: '1', atMs: 0, reason: 'diverged', update: new Uint8Array() }
  await database.setAside(copy, 1)
  database.close()
  const before = await readDeviceCopies('kari', databases)

  await dropSetAside('kari', 'b', '1', databases)

  const facts = before.copies.map(({ planId, hasUnsent, setAside }) => [
    planId,
    hasUnsent,
    setAside.length,
  ])
  expect(facts).toEqual([
    ['a', true, 0],
    ['b', false, 1],
  ])
  expect((await readDeviceCopies('kari', databases)).copies[1]?.setAside).toEqual([])
})

it('reads what it can and names what does not open; a sign-out is told that it cannot tell', async () => {
  const databases = new IDBFactory()
  await keep(databases, 'kari', 'good', [])
  // As a later version of the program leaves it.
  const newer = databases.open(databaseName('kari', 'newer'), 2)
  await new Promise((resolve) => newer.addEventListener('success', resolve))
  newer.result.close()
  await keep(databases, 'kari', 'other', [])

  const { copies, unreadable } = await readDeviceCopies('kari', databases)

  expect(copies.map(({ planId }) => planId)).toEqual(['good', 'other'])
  expect(unreadable).toEqual(['newer'])
  await expect(plansWithUnsentText('kari', databases)).rejects.toThrow('newer')
})
