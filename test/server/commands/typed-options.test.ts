/** Names and addresses that a command is given, and those whom it finds by them. */
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandLine, createCommandLine } from '../../support/command-line.ts'

describe('names and addresses of a command', () => {
  let line: CommandLine

  beforeEach(async () => {
    line = await createCommandLine('sqlite')
  })
  afterEach(() => line.remove())

  const LONG = 'x'.repeat(201)
  const UNSEEN = '\u200b\u3164'
  const createWith = (...words: string[]) => line.run('create-school', ...words)
  const redacting = async (...words: string[]) =>
    (await line.run('redact', '--plan', 'x'.repeat(20), ...words)).err

  it.each([
    [['--name', LONG, '--coordinator', 'Ingrid'], '--name is 201 characters long, and may be 200.'],
    [
      ['--name', 'Skole', '--coordinator', LONG],
      '--coordinator is 201 characters long, and may be 200.',
    ],
    [['--name', UNSEEN, '--coordinator', 'Ingrid'], '--name has nothing in it that can be seen.'],
    [
      ['--name', 'Skole', '--coordinator', 'Ingrid', '--time-zone', '+01:00'],
      '--time-zone is like Europe/Oslo; there is none called +01:00.',
    ],
  ])('are taken as the pages take them: %j', async (words, sentence) => {
    const said = await createWith(...words)
    const json = await createWith(...words, '--json')

    expect(said).toEqual({ code: 2, out: '', err: `${sentence}\n`, json: null })
    expect(json).toEqual({
      code: 2,
      out: '',
      err: `${JSON.stringify({ error: sentence })}\n`,
      json: null,
    })
    // Nothing was begun: there is not even a file.
    expect(readdirSync(line.folder)).toEqual([])
  })

  it('may be as long as the pages take them', async () => {
    const created = await createWith('--name', 'å'.repeat(200), '--coordinator', 'ø'.repeat(200))

    expect(created.code).toBe(0)
  })

  it('of an invitation are looked at before anything is done', async () => {
    await createWith('--name', 'Skole', '--coordinator', 'Ingrid')
    const address = `${'x'.repeat(250)}@x.no`
    const inviting = async (name: string, email: string) =>
      (await line.run('invite', '--name', name, '--email', email)).err

    expect(await inviting(LONG, 'ola@x.no')).toBe(
      '--name is 201 characters long, and may be 200.\n',
    )
    expect(await inviting(UNSEEN, 'ola@x.no')).toBe('--name has nothing in it that can be seen.\n')
    expect(await inviting('Ola', address)).toBe('--email is 255 characters long, and may be 254.\n')
    for (const wrong of ['ola', 'ola@skole']) {
      expect(await inviting('Ola', wrong)).toBe(
        `--email is no e-mail address: ${wrong}. It is like kari@skole.no.\n`,
      )
    }
    const opened = line.open()
    const invited = await opened.db.selectFrom('personal_invitation').selectAll().execute()
    await opened.close()
    expect(invited).toEqual([])
  })

  it('of what is taken out of a plan have their lengths, too', async () => {
    expect(await redacting('--text', 'a')).toMatch(/^--text is one letter/)
    expect(await redacting('--text', LONG)).toBe('--text is 201 characters long, and may be 200.\n')
    expect(await redacting('--text', 'Ola', '--replacement', LONG)).toBe(
      '--replacement is 201 characters long, and may be 200.\n',
    )
  })
})

describe('somebody who was removed', () => {
  it('is found by the command that erases, and by no other', async () => {
    const line = await createCommandLine('sqlite')
    await line.run('create-school', '--name', 'Skole', '--coordinator', 'Ingrid')
    const opened = line.open()
    const { db } = opened
    const school = await db.selectFrom('school').select('id').executeTakeFirstOrThrow()
    const left = { id: 'm'.repeat(20), school_id: school.id, user_id: 'u'.repeat(20) }
    await db
      .insertInto('left_member')
      .values({ ...left, role: 'teacher', name: 'Kari', left_at_ms: 1 } as never)
      .execute()
    await opened.close()

    expect((await line.run('suspend', '--member', 'Kari')).err).toBe(
      'There is nobody called Kari.\n',
    )
    expect((await line.run('erase', '--member', 'kari', '--yes')).code).toBe(0)
    expect((await line.run('erase', '--member', 'Kari', '--yes')).err).toBe(
      'There is nobody called Kari.\n',
    )
    line.remove()
  })
})
