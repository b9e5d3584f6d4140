/** What `samplan --help` and `samplan COMMAND --help` say. */
import type { Command } from './command.ts'

const HELP_OPTIONS = [
  ['--json', 'say the result as one line of JSON, for programs'],
  ['--help', 'say this'],
] as const

export function generalHelp(commands: readonly Command[]): string {
  return [
    'samplan COMMAND: what whoever runs the server can do, beside the pages.',
    '',
    ...columns(commands.map(({ name, says }) => [name, says])),
    '',
    'samplan COMMAND --help says what a command can be given. In a checkout:',
    '  npm run samplan -- COMMAND',
    '',
  ].join('\n')
}

export function commandHelp({ name, says, words, options }: Command): string {
  const own = Object.entries(options).map(
    ([option, { value, says: meaning }]) =>
      [`--${option}${value === null ? '' : ` ${value}`}`, meaning] as const,
  )
  return [
    `samplan ${[name, words].filter(Boolean).join(' ')}: ${says}`,
    '',
    ...columns([...own, ...HELP_OPTIONS]),
    '',
  ].join('\n')
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
