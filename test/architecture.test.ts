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
import { MAY_IMPORT } from './support/walls.ts'

const COMPOSERS = [
  'server/main.ts',
  'server/app.ts',
  'server/housekeeping.ts',
  'server/cli.ts',
  'client/main.tsx',
  'client/app.tsx',
  'client/routes.tsx',
  'client/home.tsx',
  'client/my-account-menu.tsx',
  'client/my-inbox.tsx',
  'client/on-this-device.ts',
]

/** The packages that pure code may use: none of them does IO. */
const SHARED_PACKAGES = ['diff', 'fractional-indexing', 'lib0', 'typebox', 'yjs']

const MAX_LINES = 250
const MAX_DEPTH = 3

/** What gathers and checks the words of every language: used while building, never while running. */
const WORD_TOOLS = 'shared/words'

const sources = ['shared', 'server', 'client']
  .flatMap(sourceFiles)
  .filter(({ path }) => !path.startsWith(WORD_TOOLS))
const tools = [WORD_TOOLS, 'bench/editor', 'bench/pdf', 'bench/support', 'bench/sync'].flatMap(
  sourceFiles,
)
const everything = [...sources, ...sourceFiles('test'), ...tools]

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
    const packages = sources
      .filter(({ path }) => path.startsWith('shared/'))
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
    const silent = [...sources, ...tools].filter(({ text }) => !/^(?:#![^\n]*\n)?\/\*\*/.test(text))

    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('files are in kebab-case, at most three folders deep, and none is a barrel', () => {
    const paths = everything.map(({ path }) => path)

    expect(paths.filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
    expect(paths.filter((path) => path.split('/').length - 1 > MAX_DEPTH)).toEqual([])
    expect(paths.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([])
  })

  it('what helps tests does nothing before and after them by being imported', () => {
    const hooked = everything
      .filter(({ path }) => path.startsWith('test/support/'))
      .filter(({ text }) => /^(?:before|after)(?:Each|All)\(/m.test(text))

    // It is read once for many test files: only the first of them would have the hook.
    expect(hooked.map(({ path }) => path)).toEqual([])
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
