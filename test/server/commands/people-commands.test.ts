/** The commands about schools and people, on both databases. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandLine, createCommandLine } from '../../support/command-line.ts'
import { ENGINES } from '../../support/engines.ts'

interface Made {
  readonly schoolId: string
  readonly memberId: string
  readonly url: string
}

describe.each(ENGINES)('samplan over %s', { timeout: 30_000 }, (engine) => {
  let line: CommandLine

  beforeEach(async () => {
    line = await createCommandLine(engine)
  })
  afterEach(() => line.remove())

  const create = (name: string, coordinator: string) =>
    line.run<Made>('create-school', '--name', name, '--coordinator', coordinator, '--json')

  it('makes schools, the first one where nothing is yet', async () => {
    const first = await create('Lyngnes skole', 'Ingrid')
    const second = await create('Ternvåg skole', 'Kari')

    expect([first.code, second.code]).toEqual([0, 0])
    expect(first.json?.url).toMatch(/^http:\/\/localhost:4321\/sign-in#.{30,}/)
    const { json, out } = await line.run<{ trails: { name: string; fault: null }[] }>(
      'audit',
      'verify',
      '--json',
    )
    expect(out.split('\n')).toHaveLength(2)
    expect(json?.trails.map(({ name, fault }) => [name, fault])).toEqual([
      ['Lyngnes skole', null],
      ['Ternvåg skole', null],
    ])
  })

  it('invites, suspends, lets in again, ends sessions, erases', async () => {
    const made = await create('Lyngnes skole', 'Ingrid')
    const invited = await line.run('invite', '--name', 'Ola', '--email', 'ola@lyngnes.no')
    expect(invited.out).toMatch(/Ola joins Lyngnes skole by this link.*\n {2}http\S+\/invitation#/)

    const last = await line.run('suspend', '--member', 'ingrid')
    expect(last).toMatchObject({ code: 1, out: '' })
    expect(last.err).toBe('Ingrid is the only coordinator there. Make somebody else one first.\n')

    const opened = line.open()
    const { db } = opened
    const user = { id: 'u'.repeat(20), name: 'Per', language: 'nb', created_at_ms: 1 } as const
    await db
      .insertInto('user')
      .values(user as never)
      .execute()
    const member = { id: 'm'.repeat(20), school_id: made.json?.schoolId, user_id: user.id }
    await db
      .insertInto('member')
      .values({ ...member, role: 'coordinator', created_at_ms: 2 } as never)
      .execute()
    const times = { created_at_ms: 1, used_at_ms: Date.now(), expires_at_ms: Date.now() + 1e9 }
    const session = { token_hash: 'x', user_id: user.id, ...times }
    await db
      .insertInto('session')
      .values(session as never)
      .execute()
    await opened.close()

    expect((await line.run('sessions', 'list')).out).toMatch(/^Per: other on other, used 20/)
    expect((await line.run('sessions', 'end', '--member', 'per', '--json')).json).toEqual({
      ended: 1,
    })
    expect((await line.run('sessions', 'list')).out).toBe('Nobody is signed in.\n')
    expect((await line.run('suspend', '--member', 'Per')).out).toBe(
      'Per is suspended at Lyngnes skole.\n',
    )
    expect((await line.run('suspend', '--member', 'Per', '--undo')).code).toBe(0)
    expect((await line.run('sign-in-link', '--member', 'Per')).out).toMatch(
      /^Per, Lyngnes skole\n {2}http/,
    )
    expect((await line.run('sign-in-link')).out).toMatch(/^Ingrid, Lyngnes skole$/m)
    const trail = line.open()
    const told = await trail.db
      .selectFrom('audit_entry')
      .select(['actor_id', 'object_id'])
      .where('deed', '=', 'sign-in-link-made')
      .orderBy('seq')
      .execute()
    await trail.close()
    // By whoever runs the server: for Per, and for each coordinator.
    expect(told.map(({ actor_id, object_id }) => [actor_id, object_id])).toEqual([
      [null, member.id],
      [null, member.id],
      [null, made.json?.memberId],
    ])
    expect((await line.run('erase', '--member', 'Per')).code).toBe(2)
    expect((await line.run('erase', '--member', 'Per', '--yes')).code).toBe(0)
    expect((await line.run('erase', '--member', 'Per', '--yes')).err).toBe(
      'There is nobody called Per.\n',
    )
    expect((await line.run('audit', 'verify')).out).toContain('whole')
  })

  it('makes links for the coordinators of the school that is named, and of no other', async () => {
    await create('Lyngnes skole', 'Ingrid')
    await create('Ternvåg skole', 'Kari')

    const there = await line.run<{ links: { name: string }[] }>(
      'sign-in-link',
      '--school',
      'ternvåg skole',
      '--json',
    )
    const nowhere = await line.run('sign-in-link', '--school', 'Nowhere')

    expect(there.json?.links.map(({ name }) => name)).toEqual(['Kari'])
    expect(nowhere).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^There is no school Nowhere\./),
    })
  })

  it('asks back when a name is not clear', async () => {
    const one = await create('Lyngnes skole', 'Ingrid')
    const two = await create('Ternvåg skole', 'Ingrid')

    const who = await line.run('suspend', '--member', 'Ingrid')
    expect(who.err).toMatch(/^Say who, by their id: --member ID\n/)
    expect(who.err).toContain(one.json?.memberId)
    const which = await line.run('invite', '--name', 'Ola', '--email', 'ola@x.no')
    expect(which.err).toMatch(/^Say which school, by its id: --school ID\n/)
    expect(which.err).toContain(two.json?.schoolId)
    const none = await line.run('invite', '--school', 'Q', '--name', 'O', '--email', 'o@x.no')
    expect(none).toMatchObject({ code: 1, err: expect.stringMatching(/^There is no school Q\./) })
  })
})

describe('the command line', () => {
  it('says what it can do, and what was wrong', async () => {
    const line = await createCommandLine('sqlite')

    expect(await line.run('--help')).toMatchObject({ code: 0, err: '' })
    expect(await line.run()).toMatchObject({ code: 2, out: '' })
    expect((await line.run('fly')).err).toBe(
      'There is no command fly. samplan --help says which there are.\n',
    )
    expect((await line.run('backup', '--too', 'x')).err).toMatch(/^Unknown option '--too'\. /)
    expect((await line.run('restore')).err).toBe('Say FILE as well: samplan restore FILE\n')
    expect((await line.run('invite', '--json')).err).toBe(
      '{"error":"--name NAME is missing. samplan invite --help says more."}\n',
    )
    expect((await line.run('sessions', 'list')).err).toMatch(/^There is no school in .* yet\./)
    expect(
      (await line.run('create-school', '--name', 'A', '--coordinator', 'B', '--language', 'fr'))
        .err,
    ).toBe('--language is one of nb, nn, en, not fr.\n')
    for (const command of ['backup', 'restore', 'doctor', 'audit verify', 'redact', 'invite']) {
      const help = await line.run(...command.split(' '), '--help')
      expect(help).toMatchObject({ code: 0 })
      expect(help.out).toContain(`samplan ${command}`)
    }
    for (const first of ['sessions', 'audit']) {
      const help = await line.run(first, '--help')
      expect(help).toMatchObject({ code: 0, err: '' })
      expect(help.out).toContain(`  ${first} `)
    }
    expect((await line.run('sessions')).err).toBe(
      'Say which: samplan sessions list, samplan sessions end.\n',
    )
    expect((await line.run('backup', '--keep', '-1')).err).toBe(
      '--keep is a number from 1 on, not -1.\n',
    )
    line.remove()
  })
})
