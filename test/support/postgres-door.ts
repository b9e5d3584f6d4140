/**
 * vitest's global setup: Postgres databases for whichever test asks, each of its own,
 * copied from one that has the tables already.
 *
 * Over TEST_DATABASE_URL when it is set, or else over a Postgres from npm that is started
 * when the first test asks. When neither can be had, every test that asks fails and says
 * why. Without a test that asks nothing is started.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openPostgresDatabase } from '../../server/storage/postgres-database.ts'
import { createPostgresServer, type PostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** POST here for a database: its address, or 503 and why there is none. */
    readonly postgresDoor: string
  }
}

interface Source {
  readonly server: PostgresServer | null
  readonly url: string
  readonly template: string
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const made: string[] = []
  let source: Promise<Source> | null = null
  // One after the other: Postgres copies a database only while nobody else is at it.
  let last: Promise<unknown> = Promise.resolve()
  const copyAnother = async () => {
    const { url, template } = await (source ??= openSource())
    const name = newName()
    await ask(url, `create database ${name} template ${template}`)
    made.push(name)
    return databaseAt(url, name)
  }

  const door = createServer((_request, response) => {
    // A line that is kept could be hung up just when the next test asks on it.
    response.setHeader('connection', 'close')
    const copied = last.then(copyAnother)
    last = copied.catch(() => undefined)
    copied.then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(503).end(String(error)),
    )
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)

  return async () => {
    door.close()
    const opened = await source?.catch(() => null)
    if (opened) await clearAway(opened, made)
  }
}

async function openSource(): Promise<Source> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? null : await createPostgresServer()
  try {
    await server?.start()
    const url = given || (server?.url ?? '')
    const template = newName()
    await ask(url, `create database ${template} template template0 encoding 'UTF8'`)
    await (await openPostgresDatabase(databaseAt(url, template))).close()
    return { server, url, template }
  } catch (error) {
    await server?.remove()
    throw error
  }
}

async function clearAway({ server, url, template }: Source, made: readonly string[]) {
  if (server) return server.remove()
  for (const name of [template, ...made]) await ask(url, `drop database ${name} with (force)`)
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function newName(): string {
  return `samplan_test_${randomBytes(8).toString('hex')}`
}

function databaseAt(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
