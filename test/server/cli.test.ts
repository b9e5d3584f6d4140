/** The commands of the server's own machine, as processes beside the running program. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Me } from '../../shared/api/me.ts'
import { createProgram, type Program } from '../support/program.ts'
import { ROOT } from '../support/source-files.ts'

let program: Program

beforeEach(async () => {
  program = await createProgram()
  await program.start()
})

afterEach(async () => {
  await program.kill()
  rmSync(program.dataFolder, { recursive: true, force: true })
})

function run(...words: readonly string[]) {
  const { port } = new URL(program.url)
  return spawnSync(process.execPath, ['server/cli.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: program.dataFolder, PORT: port },
  })
}

it('lets a locked-out coordinator in again, while the program runs', async () => {
  const token = /set-up#(\S+)/.exec(program.said())?.[1] ?? ''
  await fetch(`${program.url}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, schoolName: 'Lyngnes skole', name: 'Ingrid', language: 'nb' }),
  })

  const { stdout, status } = run('sign-in-link')

  expect(status).toBe(0)
  expect(stdout).toMatch(/^Ingrid, Lyngnes skole\n {2}http/)
  const link = /http\S+/.exec(stdout)?.[0] ?? ''
  const opened = await fetch(`${program.url}/api/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.split('#')[1], publicComputer: false }),
  })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = (await (await fetch(`${program.url}/api/me`, { headers: { cookie } })).json()) as Me
  expect(me.user?.name).toBe('Ingrid')
  expect(me.schools.map(({ role }) => role)).toEqual(['coordinator'])
})

it('says in a sentence that there is nobody to let in, and what it can do', () => {
  expect(run('sign-in-link')).toMatchObject({
    status: 1,
    stderr: 'There is no school here yet. samplan create-school makes one.\n',
  })
  expect(run('fly')).toMatchObject({
    status: 2,
    stderr: 'There is no command fly. samplan --help says which there are.\n',
  })
})
