/**
 * Our own server as it runs at a school: `server/main.ts`, SQLite with a full fsync,
 * a school made by the real functions, everybody signed in. Only the rates and the
 * counts per person are lifted (CAPS=bench).
 */
import { rmSync } from 'node:fs'
import type { Demo } from '../../shared/api/demo.ts'
import { CLIENT_PARAMETER } from '../../shared/protocol/frames.ts'
import { TEXT_SCHEMA_VERSION } from '../../shared/text/schema.ts'
import { createProgram } from '../../test/support/program.ts'
import { preloadOptions } from './preload-options.ts'
import type { Subject } from './subject.ts'

export async function createSamplan(profileFolder: string | null): Promise<Subject> {
  const program = await createProgram({
    CAPS: 'bench',
    LOG_LEVEL: 'warn',
    ...preloadOptions(profileFolder),
  })
  let cookies: readonly string[] = []
  let schoolId = ''

  const moveIn = async () => {
    const example = await program.newExample()
    schoolId = example.schoolId
    const writers = example.people.filter(
      ({ role }) => role === 'coordinator' || role === 'teacher',
    )
    cookies = await Promise.all(writers.map(signIn))
  }
  const makeOne = async (index: number) => {
    const reply = await fetch(`${program.url}/api/schools/${schoolId}/plans`, {
      method: 'POST',
      headers: {
        cookie: cookies[0] ?? '',
        origin: program.url,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        title: `Plan ${index + 1}`,
        language: 'nb',
        periodStart: '2026-01-01',
        periodEnd: '2027-12-31',
      }),
    })
    if (reply.status !== 201) throw new Error(`no plan: ${reply.status} ${await reply.text()}`)
    return ((await reply.json()) as { planId: string }).planId
  }

  return {
    name: 'samplan',
    hasDocuments: true,
    isProfiled: profileFolder !== null,
    pid() {
      if (program.pid() === null) throw new Error('samplan does not run')
      return program.pid() ?? 0
    },
    async start() {
      await program.start()
      if (schoolId === '') await moveIn()
    },
    stop: () => program.stop(),
    kill: () => program.kill(),
    async makeDocuments(count) {
      const made: string[] = []
      while (made.length < count) made.push(await makeOne(made.length))
      return made
    },
    address: (document, person) => ({
      wire: 'samplan',
      url: `${program.url.replace('http', 'ws')}/sync/${document}?${CLIENT_PARAMETER}=${TEXT_SCHEMA_VERSION}`,
      document,
      headers: { cookie: cookies[person % cookies.length] ?? '', origin: program.url },
    }),
    async remove() {
      await program.kill()
      rmSync(program.dataFolder, { recursive: true, force: true })
    },
  }
}

async function signIn({ signInUrl }: Demo['people'][number]): Promise<string> {
  const reply = await fetch(signInUrl, { redirect: 'manual' })
  const [cookie] = reply.headers.getSetCookie()[0]?.split(';') ?? []
  if (cookie === undefined) throw new Error(`no session: ${reply.status}`)
  return cookie
}
