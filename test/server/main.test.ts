/** The program as a process: what it says when it starts, and when it cannot. */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProgram, type Program, runProgramToEnd } from '../support/program.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samplan-main-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const runToEnd = (env: Record<string, string>) => runProgramToEnd({ DATA_DIR: folder, ...env })

describe('the program', () => {
  let program: Program

  beforeEach(async () => {
    program = await createProgram()
  })

  afterEach(async () => {
    await program.kill()
    rmSync(program.dataFolder, { recursive: true, force: true })
  })

  it('says where it is and how to set the school up, and ends in order', async () => {
    await program.start()
    const address = program.url.replace(/[.]/g, '\\.')

    await program.stop()

    expect(program.said()).toMatch(new RegExp(`^Samplan is running at ${address}\n`))
    expect(program.said()).toMatch(new RegExp(`^  ${address}/set-up#[\\w-]{43}$`, 'm'))
    expect(program.logged()).not.toMatch(/set-up#/)
    expect(program.logged()).not.toContain('ExperimentalWarning')
  })

  it('refuses a data folder that another one is using, in a sentence', async () => {
    await program.start()

    const { code, lines } = await runToEnd({ DATA_DIR: program.dataFolder, PORT: '4418' })

    expect(code).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/^Samplan is running over .* already\. Stop that/),
    ])
  })

  it('keeps the school over a restart, and says nothing of setting up then', async () => {
    await program.start()
    const token = /set-up#(\S+)/.exec(program.said())?.[1] ?? ''
    await fetch(`${program.url}/api/set-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: program.url },
      body: JSON.stringify({ token, schoolName: 'Skole', name: 'Elle', language: 'nb' }),
    })
    const before = program.said().length
    await program.stop()

    await program.start()

    expect(program.said().slice(before)).toBe(`Samplan is running at ${program.url}\n`)
  })
})

describe('a start that cannot be', () => {
  it('because of the settings names them all', async () => {
    const { code, lines } = await runToEnd({ PORT: 'x', DATABASE_URL: 'postgres://db' })

    expect(code).toBe(1)
    expect(lines).toEqual([
      'Samplan cannot start with these settings:',
      '  PORT must be a whole number from 1 to 65535, not "x".',
      expect.stringMatching(/^ {2}DATABASE_URL must be an address like /),
    ])
  })

  it('because the port is taken says so in one sentence', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }

    const { code, lines } = await runToEnd({ PORT: String(port), LOG_LEVEL: 'silent' })

    other.close()
    expect(code).toBe(1)
    expect(lines).toEqual([
      `Port ${port} on 127.0.0.1 is taken by another program. Stop that one, or set PORT to another number.`,
    ])
  })

  it('because DATA_DIR is a file says so in one sentence', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')

    const { code, lines } = await runToEnd({ DATA_DIR: file })

    expect(code).toBe(1)
    expect(lines).toEqual([
      `DATA_DIR is ${file}, which cannot be written (EEXIST). Samplan keeps the plans there.`,
    ])
  })

  it('because the database is something else says so in one sentence', async () => {
    writeFileSync(join(folder, 'samplan.db'), 'x'.repeat(5000))

    const { code, lines } = await runToEnd({})

    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/samplan\.db could not be opened: .*file is not a database/)
  })
})
