/** The real program on a Postgres of its own: what is saved stays, whichever of the two goes down. */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../../shared/api/me.ts'
import { newPostgresDatabase } from '../support/engines.ts'
import { createPostgresServer, type PostgresServer } from '../support/postgres-server.ts'
import { createProgram, freePort, type Program, runProgramToEnd } from '../support/program.ts'
import { ROOT } from '../support/source-files.ts'
import { connectClient, type SyncClient, type, written } from '../support/sync-client.ts'
import { until } from '../support/until.ts'

/** What a restart may take on a busy machine. */
const TIMEOUT_MS = 60_000

describe('the program on DATABASE_URL', () => {
  let postgres: PostgresServer
  let program: Program
  let clients: SyncClient[]

  beforeAll(async () => {
    postgres = await createPostgresServer()
    await postgres.start()
  }, TIMEOUT_MS)
  afterAll(() => postgres.remove())

  beforeEach(() => {
    clients = []
  })
  afterEach(async () => {
    for (const client of clients) client.socket.terminate()
    await program.kill()
    rmSync(program.dataFolder, { recursive: true, force: true })
  })

  const post = (path: string, cookie: string | null, body: object) =>
    fetch(`${program.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: program.url,
        ...(cookie === null ? {} : { cookie }),
      },
      body: JSON.stringify(body),
    })
  const enter = async (plan: { planId: string; cookie: string }, doc?: SyncClient['doc']) => {
    const client = await connectClient(program.url.replace('http', 'ws'), {
      planId: plan.planId,
      headers: { cookie: plan.cookie, origin: program.url },
      ...(doc ? { doc } : {}),
    })
    clients.push(client)
    return client
  }
  const readAnew = async (plan: { planId: string; cookie: string }) => {
    const client = await enter(plan)
    await client.synced()
    return written(client.doc)
  }

  it(
    'keeps what it called saved over kill -9 and over the end of Postgres, and lets in no second one',
    async () => {
      program = await createProgram({ DATABASE_URL: postgres.url })
      await program.start()
      const plan = await setUpWithPlan()
      const first = await enter(plan)
      await first.synced()
      type(first.doc, 'Før. ')
      await first.allSaved()
      const second = await runProgramToEnd({ DATABASE_URL: postgres.url, PORT: '4501' })

      await program.kill()
      await program.start()

      expect(second).toEqual({
        code: 1,
        lines: [expect.stringMatching(/^Samplan is running over this database already\. Stop/)],
      })
      expect(await readAnew(plan)).toBe('Før. ')

      const writer = await enter(plan)
      await writer.synced()
      await postgres.stop()
      type(writer.doc, 'Under. ')

      expect(await writer.closed()).toBe(1013)
      expect(writer.saved()).toBeLessThan(writer.sent())
      await until('the program says that it cannot write', async () => (await readyz()) === 503)
      expect((await fetch(`${program.url}/livez`)).status).toBe(200)

      await postgres.start()
      await until('the program can write again', async () => (await readyz()) === 200)
      const back = await enter(plan, writer.doc)
      await back.allSaved()

      expect(await readAnew(plan)).toBe('Før. Under. ')
      // Nothing is in the folder: all is in the database.
      expect(readdirSync(program.dataFolder)).toEqual([])
      expect(program.said() + program.logged()).not.toContain(new URL(postgres.url).password)
    },
    TIMEOUT_MS,
  )

  it(
    'lets a locked-out coordinator in, by the command beside it',
    async () => {
      const url = await newPostgresDatabase()
      program = await createProgram({ DATABASE_URL: url })
      await program.start()
      await setUpWithPlan()

      const { stdout, status } = spawnSync(process.execPath, ['server/cli.ts', 'sign-in-link'], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: url, PUBLIC_URL: program.url },
      })

      expect(status).toBe(0)
      const link = /http\S+/.exec(stdout)?.[0] ?? ''
      const opened = await fetch(`${program.url}/api/sign-in/link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: link.split('#')[1], publicComputer: false }),
      })
      const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const me = await fetch(`${program.url}/api/me`, { headers: { cookie } })
      expect(((await me.json()) as Me).user?.name).toBe('Elle')
    },
    TIMEOUT_MS,
  )

  const readyz = async () => (await fetch(`${program.url}/readyz`)).status

  async function setUpWithPlan() {
    const token = /set-up#(\S+)/.exec(program.said())?.[1] ?? ''
    const done = await post('/api/set-up', null, {
      token,
      schoolName: 'Skole',
      name: 'Elle',
      language: 'nb',
    })
    const cookie = done.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { schoolId } = (await done.json()) as { schoolId: string }
    const made = await post(`/api/schools/${schoolId}/plans`, cookie, {
      title: 'Plan',
      language: 'nb',
      periodStart: null,
      periodEnd: null,
    })
    return { cookie, ...((await made.json()) as { planId: string }) }
  }
})

describe('a start on a database that cannot be', { timeout: TIMEOUT_MS }, () => {
  it('because nobody answers says so in a sentence', async () => {
    const host = `127.0.0.1:${await freePort()}`

    expect(await startOn((url) => (url.host = host))).toBe(
      `Postgres does not answer at ${host} (ECONNREFUSED). Is it running, and is DATABASE_URL right?`,
    )
  })

  it('because the password is wrong says so in a sentence, without it', async () => {
    expect(await startOn((url) => (url.password = 'hunter2'))).toMatch(
      /^Postgres at \S+ does not let \S+ in\. Are name and password/,
    )
  })

  it('because there is no such database says so in a sentence', async () => {
    expect(await startOn((url) => (url.pathname = '/skole'))).toMatch(
      /^Postgres at \S+ has no database skole\. Create it/,
    )
  })
})

/** What the program says when it cannot start: one line, without the password. */
async function startOn(change: (url: URL) => void): Promise<string | undefined> {
  const url = new URL(await newPostgresDatabase())
  change(url)
  const { code, lines } = await runProgramToEnd({ DATABASE_URL: url.href, PORT: '4502' })
  expect(code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain(url.password)
  return lines[0]
}
