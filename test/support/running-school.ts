/** Data with a command line over them, and the program when a test starts it. */
import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { type CommandLine, createCommandLine } from './command-line.ts'
import type { Engine } from './engines.ts'
import { createProgram, type Program } from './program.ts'

/** `samplan` over data of its own, taken away after the test. */
export async function lineOver(engine: Engine): Promise<CommandLine> {
  const line = await createCommandLine(engine)
  onTestFinished(() => line.remove())
  return line
}

/** The program over the same data, ended after the test. */
export async function startOver(line: CommandLine): Promise<Program> {
  const program = await createProgram(line.env)
  onTestFinished(async () => {
    await program.kill()
    rmSync(program.dataFolder, { recursive: true, force: true })
  })
  await program.start()
  return program
}

/** A coordinator's cookie, and a plan of theirs. */
export async function setUp(program: Program): Promise<{ cookie: string; planId: string }> {
  const token = /set-up#(\S+)/.exec(program.said())?.[1] ?? ''
  const post = (path: string, body: object, cookie = '') =>
    fetch(program.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: program.url, cookie },
      body: JSON.stringify(body),
    })
  const names = { schoolName: 'Lyngnes skole', name: 'Ingrid', language: 'nb' }
  const reply = await post('/api/set-up', { token, ...names })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = await fetch(`${program.url}/api/me`, { headers: { cookie } })
  const { schools } = (await me.json()) as { schools: { schoolId: string }[] }
  const made = await post(
    `/api/schools/${schools[0]?.schoolId}/plans`,
    { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null },
    cookie,
  )
  return { cookie, planId: ((await made.json()) as { planId: string }).planId }
}
