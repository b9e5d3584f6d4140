import { DatabaseError } from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectionTo } from '../../../server/storage/postgres-connection.ts'
import { createLogWriter, type LogWriter } from '../../../server/storage/postgres-log-writer.ts'
import { newPostgresDatabase, STARTING_POSTGRES_MS } from '../../support/engines.ts'

let writer: LogWriter

beforeEach(async () => {
  writer = createLogWriter(connectionTo(await newPostgresDatabase(), 'samplan test'))
}, STARTING_POSTGRES_MS)
afterEach(() => writer.close())

const raise = (code: string) => `do $$ begin raise exception using errcode = '${code}'; end $$`

it('does once more what Postgres broke off because two waited for each other', async () => {
  let tries = 0

  const done = await writer.write(async (client) => {
    tries += 1
    if (tries === 1) await client.query(raise('deadlock_detected'))
    return 'done'
  })

  expect([done, tries]).toEqual(['done', 2])
})

it('does nothing twice that Postgres refused for another reason, and goes on', async () => {
  let tries = 0

  const refused = writer.write((client) => {
    tries += 1
    return client.query(raise('unique_violation'))
  })

  await expect(refused).rejects.toBeInstanceOf(DatabaseError)
  expect(tries).toBe(1)
  expect(await writer.write(() => Promise.resolve('next'))).toBe('next')
})

it('writes one after the other, in the order in which it was asked', async () => {
  const order: string[] = []
  const ask = (name: string, times: number) =>
    writer.write(async (client) => {
      order.push(`${name} begins`)
      for (let time = 0; time < times; time++) await client.query('select 1')
      order.push(`${name} ends`)
    })

  await Promise.all([ask('a', 3), ask('b', 1)])

  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})
