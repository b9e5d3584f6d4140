import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { plansWithUnsentText, purgeCopies } from '../../../client/open-plan/device-copies.ts'
import { databaseName, openPlanDatabase } from '../../../client/open-plan/plan-database.ts'

async function keep(databases: IDBFactory, userId: string, planId: string, unsent: string[]) {
  const name = databaseName(userId, planId)
  const database = await openPlanDatabase(databases, name, () => undefined)
  await database.write({ epoch: 1, updates: [], unsent: { set: unsent, clear: [] } })
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
  await database.setAside({ id: '1', atMs: 0, reason: 'diverged', update: new Uint8Array() })
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
