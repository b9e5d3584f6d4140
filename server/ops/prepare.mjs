/**
 * Makes a checkout ready before an npm script runs: `node server/ops/prepare.mjs install build`.
 *
 * Plain JavaScript that Node 20 runs, with nothing but Node itself: it is the
 * first thing that happens on a machine that has only Node, npm and git. Silent
 * and quick when there is nothing to do.
 *
 *   install   npm ci, when node_modules is not what package-lock.json says
 *   build     the client, when its sources changed since the last build
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CLIENT_SOURCES = [
  'client',
  'shared',
  'server/ops/app-files.ts',
  'server/ops/notices.ts',
  'server/ops/page-chunks.ts',
  'vite.config.ts',
  'package-lock.json',
]
/** Inside what it speaks of: who deletes the pages deletes it with them. */
const BUILD_STAMP = join(ROOT, 'dist', 'client', '.built-from')
const QUIETLY = ['--no-fund', '--no-audit', '--loglevel=error']
const NODE_24 = join(ROOT, 'node_modules', '.bin', 'node')

const steps = process.argv.slice(2)
if (steps.includes('install')) install()
if (steps.includes('build')) build()

function install() {
  if (isInstalled()) return
  say('Installing what Samplan needs (once, about a minute) ...')
  run('npm', ['ci', ...QUIETLY])
  if (!existsSync(NODE_24)) {
    stop('npm did not install Node 24 (the package `node`). Are install scripts switched off?')
  }
  // npm on an older Node leaves out optional packages that want a newer one: once more, on Node 24.
  const npm = process.env.npm_execpath
  if (npm && !isInstalled()) run(NODE_24, [npm, 'install', '--no-save', ...QUIETLY])
}

/** Is every package that the lock file wants on this machine here, at that version? */
function isInstalled() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'))
  const found = readPackages(join(ROOT, 'node_modules', '.package-lock.json'))
  if (!wanted || !found || !existsSync(NODE_24)) return false
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || !isForThisMachine(entry) || found[path]?.version === entry.version,
  )
}

/** Optional packages are programs built for one kind of machine, or helpers of such. */
function isForThisMachine({ optional, os, cpu, libc }) {
  if (!optional) return true
  const ownLibc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return (
    os?.includes(process.platform) === true &&
    (cpu === undefined || cpu.includes(process.arch)) &&
    (libc === undefined || libc.includes(ownLibc))
  )
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}

function build() {
  const sources = hashOf(CLIENT_SOURCES)
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === sources) return
  say('Building the pages ...')
  run(NODE_24, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
  writeFileSync(BUILD_STAMP, sources)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  const entries = path.includes('.')
    ? null
    : readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length))
    .sort()
}

function run(command, args) {
  const onWindows = process.platform === 'win32'
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: onWindows,
  })
  if (error) stop(`${command} could not be started: ${error.message}`)
  if (status !== 0) stop(`${command} ${args[0]} failed (exit ${status}); its own words are above.`)
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
