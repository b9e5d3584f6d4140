/**
 * The walls of the house, as one table: which part may import which. Also the
 * habits that keep it readable: sizes, names, headers.
 *
 * A part is a folder of the first or second level ('shared/plan', 'server/sync');
 * `composers` are the only files that know everyone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, ROOT, sourceFiles } from './support/source-files.ts'

/** part -> the parts it may import besides itself. shared/* is open to all of server and client. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/failure': [],
  'shared/ids': [],
  'shared/calendar-date': [],
  'shared/languages': [],
  'shared/access': ['shared/ids'],
  'shared/text': [],
  'shared/templates': ['shared/languages', 'shared/plan'],
  'shared/plan': [
    'shared/api',
    'shared/calendar-date',
    'shared/ids',
    'shared/languages',
    'shared/templates',
    'shared/text',
  ],
  'shared/discuss': [
    'shared/calendar-date',
    'shared/ids',
    'shared/plan',
    'shared/templates',
    'shared/text',
  ],
  'shared/protocol': ['shared/failure'],
  'shared/api': [
    'shared/access',
    'shared/calendar-date',
    'shared/discuss',
    'shared/failure',
    'shared/languages',
    'shared/plan',
    'shared/text',
  ],

  'server/threads': [],
  'server/sync': ['server/threads'],
  'server/people': ['server/words'],
  'server/sign-in': ['server/people', 'server/words'],
  'server/doors': ['server/sign-in'],
  'server/config': ['server/doors'],
  'server/plans': ['server/people', 'server/sync'],
  'server/discuss': ['server/people', 'server/plans', 'server/sync'],
  'server/history': ['server/people', 'server/plans', 'server/sync'],
  'server/inbox': ['server/people', 'server/plans', 'server/sign-in', 'server/words'],
  'server/pupils': ['server/people', 'server/plans', 'server/sign-in'],
  'server/audit': ['server/people'],
  'server/erasure': ['server/people', 'server/words'],
  'server/retention': ['server/erasure'],
  'server/api-docs': ['server/ops'],
  'server/doctor': ['server/audit', 'server/config', 'server/storage', 'server/sync'],
  'server/commands': [
    'server/audit',
    'server/config',
    'server/doctor',
    'server/doors',
    'server/erasure',
    'server/ops',
    'server/people',
    'server/plans',
    'server/sign-in',
    'server/storage',
    'server/sync',
  ],
  'server/export': ['server/people', 'server/plans', 'server/threads', 'server/words'],
  'server/example': ['server/people', 'server/plans'],
  'server/storage': [
    'server/audit',
    'server/discuss',
    'server/erasure',
    'server/history',
    'server/inbox',
    'server/people',
    'server/plans',
    'server/pupils',
    'server/retention',
    'server/sign-in',
    'server/sync',
    'server/threads',
  ],
  'server/ops': [],
  'server/words': [],

  'client/ui': ['client/words'],
  'client/words': [],
  'client/api': [],
  'client/open-plan': [],
  'client/text': ['client/open-plan', 'client/ui'],
  'client/commands': ['client/api', 'client/text', 'client/ui'],
  'client/actions': [
    'client/commands',
    'client/open-plan',
    'client/text',
    'client/ui',
    'client/words',
  ],
  'client/discuss': [
    'client/api',
    'client/commands',
    'client/open-plan',
    'client/text',
    'client/ui',
    'client/words',
  ],
  'client/history': [
    'client/api',
    'client/commands',
    'client/open-plan',
    'client/text',
    'client/ui',
    'client/words',
  ],
  'client/inbox': ['client/api', 'client/ui', 'client/words'],
  'client/plan': [
    'client/actions',
    'client/api',
    'client/commands',
    'client/discuss',
    'client/history',
    'client/open-plan',
    'client/sharing',
    'client/text',
    'client/ui',
    'client/words',
  ],
  'client/sharing': ['client/api', 'client/ui', 'client/words'],
  'client/plans': ['client/api', 'client/ui', 'client/words'],
  'client/people': ['client/api', 'client/ui', 'client/words'],
  'client/pupils': ['client/api', 'client/ui', 'client/words'],
  'client/sign-in': ['client/api', 'client/ui', 'client/words'],
  'client/account': ['client/api', 'client/ui', 'client/words'],
  'client/school': ['client/api', 'client/sharing', 'client/ui', 'client/words'],
}

const COMPOSERS = [
  'server/main.ts',
  'server/app.ts',
  'server/cli.ts',
  'client/main.tsx',
  'client/app.tsx',
  'client/routes.tsx',
  'client/home.tsx',
  'client/my-account-menu.tsx',
  'client/on-this-device.ts',
]

/** The packages that pure code may use: none of them does IO. */
const SHARED_PACKAGES = ['fractional-indexing', 'lib0', 'typebox', 'yjs']

const MAX_LINES = 250
const MAX_DEPTH = 3

const sources = ['shared', 'server', 'client'].flatMap(sourceFiles)
const benches = ['bench/editor', 'bench/pdf', 'bench/support', 'bench/sync'].flatMap(sourceFiles)
const everything = [...sources, ...sourceFiles('test'), ...benches]

describe('the walls', () => {
  it.each(sources.filter(({ path }) => !COMPOSERS.includes(path)))(
    '$path imports only what its part may',
    ({ path, imports }) => {
      const part = partOf(path)
      const open = path.startsWith('shared/') ? [] : ['shared']
      const allowed = [part, ...(MAY_IMPORT[part] ?? []), ...open]

      const strangers = imports
        .filter((target) => /^(shared|server|client|test|bench)\//.test(target))
        .filter((target) => !allowed.some((room) => isIn(room, target)))

      expect(strangers).toEqual([])
    },
  )

  it('every part stands in the table', () => {
    const parts = new Set(
      sources.filter(({ path }) => !COMPOSERS.includes(path)).map(({ path }) => partOf(path)),
    )

    expect([...parts].filter((part) => !(part in MAY_IMPORT))).toEqual([])
  })

  it('nothing stands in the table that no file needs', () => {
    const walked = sources.flatMap(({ path, imports }) =>
      COMPOSERS.includes(path) ? [] : imports.map((target) => `${partOf(path)} ${partOf(target)}`),
    )
    const doors = Object.entries(MAY_IMPORT).flatMap(([part, others]) =>
      others.map((other) => `${part} ${other}`),
    )

    expect(doors.filter((door) => !walked.includes(door))).toEqual([])
  })

  it('shared uses no package that does IO', () => {
    const packages = sourceFiles('shared')
      .flatMap(({ imports }) => imports)
      .filter((target) => !target.startsWith('shared/'))

    expect([...new Set(packages)].filter((name) => !SHARED_PACKAGES.includes(name))).toEqual([])
  })

  it('only the composition root and the storage know a database, only sync a socket', () => {
    for (const database of ['node:sqlite', 'pg', 'kysely']) {
      expect(knows(database).filter((path) => !path.startsWith('server/storage/'))).toEqual([])
    }
    expect(knows('ws').filter((path) => !path.startsWith('server/sync/'))).toEqual([])
  })
})

describe('the habits', () => {
  it(`no file is longer than ${MAX_LINES} lines`, () => {
    const long = everything
      .filter(({ path }) => !/^(test\/fixtures|shared\/templates)\//.test(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES)

    expect(long).toEqual([])
  })

  it('every source file says what it is, before its first import', () => {
    const silent = [...sources, ...benches].filter(
      ({ text }) => !/^(?:#![^\n]*\n)?\/\*\*/.test(text),
    )

    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('files are in kebab-case, at most three folders deep, and none is a barrel', () => {
    const paths = everything.map(({ path }) => path)

    expect(paths.filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
    expect(paths.filter((path) => path.split('/').length - 1 > MAX_DEPTH)).toEqual([])
    expect(paths.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([])
  })

  it('colours are named in the tokens only', () => {
    const coloured = filesBelow('client')
      .filter((path) => path.endsWith('.css') && !path.endsWith('ui/tokens.css'))
      .filter((path) => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(read(path)))

    expect(coloured).toEqual([])
  })
})

/** The files that import a package. */
function knows(name: string): string[] {
  return sources.filter(({ imports }) => imports.includes(name)).map(({ path }) => path)
}

function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return `${top}/${second.replace(/\.tsx?$/, '')}`
}

function isIn(room: string, target: string): boolean {
  return target.startsWith(`${room}/`) || target === `${room}.ts`
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
