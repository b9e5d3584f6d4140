import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigProblems, readConfig } from '../../server/config.ts'

const PROVIDER = {
  OIDC_ISSUER: 'https://idp.skole.no',
  OIDC_CLIENT_ID: 'samplan',
  OIDC_CLIENT_SECRET: 'secret',
}

describe('the settings', () => {
  it('need nothing: a demo on localhost', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4321,
      dataDir: './data',
      databaseUrl: null,
      publicOrigin: 'http://localhost:4321',
      trustProxy: false,
      demo: true,
      logLevel: 'info',
      caps: 'normal',
      mail: null,
      provider: null,
    })
  })

  it('an empty one counts as absent', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ' })).toEqual(readConfig({}))
  })

  it('for a school behind a proxy switch the demo off', () => {
    const config = readConfig({
      PORT: '8080',
      PUBLIC_URL: 'https://plan.skole.no/',
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
      DATA_DIR: '/var/lib/samplan',
      LOG_LEVEL: 'warn',
    })

    expect(config).toMatchObject({
      port: 8080,
      publicOrigin: 'https://plan.skole.no',
      trustProxy: '127.0.0.1,10.0.0.0/8',
      demo: false,
    })
  })

  it('on every interface switch the demo off', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).demo).toBe(false)
  })

  it.each([
    [{ PORT: '0' }, /PORT/],
    [{ PORT: '65536' }, /PORT/],
    [{ PORT: '80a' }, /PORT/],
    [{ PUBLIC_URL: 'plan.skole.no' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'http://plan.skole.no' }, /PUBLIC_URL must begin with https/],
    [{ PUBLIC_URL: 'http://127.0.0.1:4321' }, /PUBLIC_URL must begin with https/],
    [{ PUBLIC_URL: 'ftp://localhost' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'https://plan.skole.no/samplan' }, /PUBLIC_URL must end/],
    [{ PUBLIC_URL: 'https://me@plan.skole.no' }, /PUBLIC_URL must end/],
    [{ TRUST_PROXY: 'on' }, /TRUST_PROXY/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY/],
    [{ DEMO: 'yes' }, /DEMO must be on or off/],
    [{ DEMO: 'on', HOST: '0.0.0.0' }, /DEMO=on lets anybody in/],
    [{ DEMO: 'on', PUBLIC_URL: 'https://plan.skole.no' }, /DEMO=on lets anybody in/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ SMTP_URL: 'mail.skole.no', MAIL_FROM: 'a@skole.no' }, /SMTP_URL must be like/],
    [{ SMTP_URL: 'https://mail.skole.no', MAIL_FROM: 'a@skole.no' }, /SMTP_URL must be like/],
    [{ SMTP_URL: 'smtp://mail.skole.no' }, /MAIL_FROM must say/],
    [{ SMTP_URL: 'smtp://mail.skole.no', MAIL_FROM: 'Samplan' }, /MAIL_FROM must say/],
    [{ SMTP_URL: 'smtp://mail.skole.no', MAIL_FROM: 'Samplan <a@skole>' }, /MAIL_FROM must say/],
    [{ MAIL_FROM: 'a@skole.no' }, /MAIL_FROM is set, but SMTP_URL is not/],
    [{ SMTP_URL_FILE: '/nowhere/at/all', MAIL_FROM: 'a@skole.no' }, /SMTP_URL_FILE names/],
    [{ ...PROVIDER, OIDC_ISSUER: 'http://idp.skole.no' }, /OIDC_ISSUER must begin with https/],
    [{ ...PROVIDER, OIDC_CLIENT_ID: '' }, /OIDC_CLIENT_ID is missing/],
    [{ ...PROVIDER, OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET, or/],
    [{ ...PROVIDER, OIDC_CLIENT_SECRET_FILE: '/nowhere' }, /both set/],
    [{ ...PROVIDER, OIDC_GROUP_ROLES: 'teachers' }, /OIDC_GROUP_ROLES must be like/],
    [{ ...PROVIDER, OIDC_GROUP_ROLES: 'pupils=pupil' }, /OIDC_GROUP_ROLES must be like/],
    [{ ...PROVIDER, OIDC_GROUP_ROLES: 'a=teacher' }, /OIDC_GROUP_CLAIM does not say/],
    [{ OIDC_CLIENT_ID: 'x' }, /OIDC_CLIENT_ID: set, but OIDC_ISSUER is not/],
    [{ CAPS: 'none' }, /CAPS/],
    [{ CAPS: 'bench', HOST: '0.0.0.0' }, /CAPS=bench/],
    [{ DATABASE_URL: 'samplan' }, /DATABASE_URL must be an address like/],
    [{ DATABASE_URL: 'mysql://localhost/samplan' }, /DATABASE_URL must be an address like/],
    [{ DATABASE_URL: 'postgres://localhost' }, /DATABASE_URL must be an address like/],
    [{ DATABASE_URL: 'postgres:///samplan' }, /DATABASE_URL must be an address like/],
    [{ DATABASE_URL: 'postgres://a:100%@db/samplan' }, /DATABASE_URL must be an address like/],
    [{ DATABASE_URL_FILE: '/nowhere/at/all' }, /DATABASE_URL_FILE is .* cannot be read \(ENOENT\)/],
    [{ DATABASE_URL_FILE: '/dev/null' }, /DATABASE_URL_FILE is \/dev\/null, which is empty/],
    [{ DATABASE_URL: 'postgres://a/b', DATABASE_URL_FILE: '/dev/null' }, /are both set/],
  ])('%j is refused in a sentence', (env, sentence) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(sentence)])
  })

  it.each([
    'postgres://samplan:secret@db.example.org:5432/samplan?sslmode=verify-full',
    'postgresql://localhost/samplan',
    'postgres:///samplan?host=/var/run/postgresql',
  ])('take %s for a database', (databaseUrl) => {
    expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl })
  })

  it('read the address of a database from a file, as secrets reach a container', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samplan-config-'))
    const file = join(folder, 'database-url')
    writeFileSync(file, 'postgres://samplan:secret@db/samplan\n')

    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe(
      'postgres://samplan:secret@db/samplan',
    )
    rmSync(folder, { recursive: true })
  })

  it('never repeat the password of a database', () => {
    const urls = ['http://samplan:hunter2@db/samplan', 'postgres://samplan:hunter2@db']

    const problems = urls.flatMap((url) => problemsOf({ DATABASE_URL: url }))

    expect(problems).toHaveLength(2)
    expect(problems.join()).not.toContain('hunter2')
  })

  it('say how mail goes out and where people sign in, with secrets in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samplan-config-'))
    const file = join(folder, 'secret')
    writeFileSync(file, 'of the file\n')

    const { mail, provider } = readConfig({
      SMTP_URL: 'smtps://u:p@mail.skole.no',
      MAIL_FROM: 'Samplan <samplan@skole.no>',
      OIDC_ISSUER: 'https://idp.skole.no',
      OIDC_CLIENT_ID: 'samplan',
      OIDC_CLIENT_SECRET_FILE: file,
      OIDC_NAME: 'Feide',
      OIDC_GROUP_CLAIM: 'groups',
      OIDC_GROUP_ROLES: 'CN=Lærere%2CDC=no=teacher, heads = leadership',
      OIDC_SCHOOL: 'Ternvåg skole',
    })

    rmSync(folder, { recursive: true })
    expect(mail).toEqual({ url: 'smtps://u:p@mail.skole.no', from: 'Samplan <samplan@skole.no>' })
    expect(provider).toEqual({
      issuer: 'https://idp.skole.no',
      clientId: 'samplan',
      clientSecret: 'of the file',
      name: 'Feide',
      scope: 'openid profile',
      groupClaim: 'groups',
      groupRoles: new Map([
        ['CN=Lærere,DC=no', 'teacher'],
        ['heads', 'leadership'],
      ]),
      school: 'Ternvåg skole',
    })
  })

  it('never repeat a secret that is wrong', () => {
    const problems = problemsOf({ SMTP_URL: 'http://user:hunter2@x', MAIL_FROM: 'a@skole.no' })

    expect(problems.join()).not.toContain('hunter2')
  })

  it('names every problem at once', () => {
    const problems = problemsOf({ PORT: 'x', PUBLIC_URL: 'http://skole.no', CAPS: 'x', DEMO: 'x' })

    expect(problems).toHaveLength(4)
  })
})

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
}
