/** The words of a command line: which command, and what it was given. */
import { parseArgs } from 'node:util'
import { type Command, CommandProblem, type Given } from './command.ts'

export interface Asked {
  readonly command: Command
  readonly given: Given
  readonly json: boolean
  readonly help: boolean
}

/** null: no command was named. @throws CommandProblem for words that say nothing. */
export function readArguments(
  words: readonly string[],
  commands: readonly Command[],
): Asked | null {
  const command = commands.find(({ name }) =>
    name.split(' ').every((word, index) => words[index] === word),
  )
  if (!command) {
    const [first] = words
    if (first === undefined || first === 'help' || first.startsWith('-')) return null
    const named = commands.map(({ name }) => name).filter((name) => name.startsWith(`${first} `))
    if (named.length > 0) {
      if (words.includes('--help') || words.includes('-h')) return null
      throw wrong(`Say which: ${named.map((name) => `samplan ${name}`).join(', ')}.`)
    }
    throw wrong(`There is no command ${first}. samplan --help says which there are.`)
  }
  const rest = words.slice(command.name.split(' ').length)
  const { values, positionals } = parse(command, rest)
  const json = values['json'] === true
  const help = values['help'] === true
  const wanted = command.words === undefined ? 0 : 1
  if (!help && positionals.length !== wanted) throw wrong(wordsProblem(command, positionals))
  return { command, json, help, given: givenOf(command, values, positionals) }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function parse(
  command: Command,
  args: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  const own = Object.entries(command.options).map(
    ([name, { value }]) => [name, { type: value === null ? 'boolean' : 'string' }] as const,
  )
  const options = {
    ...Object.fromEntries(own),
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ args: withNumbers(args), options, allowPositionals: true })
  } catch (error) {
    const said = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error)
    throw wrong(`${said}. samplan ${command.name} --help says what can be given.`)
  }
}

const isNumber = (word = '') => /^-\d+$/.test(word)

/** `--keep -1` as `--keep=-1`: a number below zero is a value, and no option. */
function withNumbers(args: readonly string[]): string[] {
  return args.flatMap((word, index) => {
    if (isNumber(word) && args[index - 1]?.startsWith('--')) return []
    const next = args[index + 1]
    return word.startsWith('--') && isNumber(next) ? [`${word}=${next}`] : [word]
  })
}

function givenOf(command: Command, values: Values, words: readonly string[]): Given {
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return {
    words,
    text,
    has: (name) => values[name] === true,
    need(name) {
      const value = text(name)
      if (value !== null) return value
      const called = command.options[name]?.value ?? ''
      throw wrong(`--${name} ${called} is missing. samplan ${command.name} --help says more.`)
    },
  }
}

function wordsProblem({ name, words }: Command, given: readonly string[]): string {
  if (given.length === 0) return `Say ${words ?? ''} as well: samplan ${name} ${words ?? ''}`
  return `${given.at(-1) ?? ''} is one word too many. samplan ${name} --help says what can be given.`
}

function wrong(sentence: string): CommandProblem {
  return new CommandProblem(sentence, { isUsage: true })
}
