/**
 * `npm run check`: format, lint, types, words, weight and architecture, in seconds. All
 * of them run even when one fails, so that one look shows everything.
 */
import { spawnSync } from 'node:child_process'

const WORDS = 'shared/words/lingui.config.ts'
/** What is gone from the code may not stay. */
const SYNC = ['lingui', 'check', 'sync', '--clean', '--verbose']

const CHECKS: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['format', ['oxfmt', '--check', '.']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings', '.']],
  ['types of shared', ['tsc', '-p', 'shared']],
  ['types of server', ['tsc', '-p', 'server']],
  ['types of client', ['tsc', '-p', 'client']],
  ['types of test', ['tsc', '-p', 'test']],
  ['types of bench', ['tsc', '-p', 'bench']],
  ['types of words', ['tsc', '-p', 'shared/words']],
  ['words are as npm run words leaves them', [...SYNC, '--config', WORDS]],
  ['words are whole in every language', ['node', 'shared/words/check.ts']],
  ['weight of the pages', ['size-limit', '--config', 'test/page-weight.config.ts']],
  [
    'architecture',
    ['vitest', 'run', '--project', 'node', 'test/architecture.test.ts', 'test/prose.test.ts'],
  ],
]

const failed = CHECKS.filter(([name, [program = '', ...args]]) => {
  const startedMs = performance.now()
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  return status !== 0
})

if (failed.length > 0) {
  process.stderr.write(`check failed: ${failed.map(([name]) => name).join(', ')}\n`)
  process.exitCode = 1
}
