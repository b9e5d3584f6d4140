/**
 * `samplan` put together: reads the words, runs the command, writes what it says.
 *
 * 0: done. 1: it could not be done, or what was looked at is not in order. 2: the
 * command line says nothing that can be done. What was asked for goes to the output,
 * what went wrong to the error output; with --json both are one line of JSON.
 */
import { type Config, ConfigProblems } from '../config.ts'
import { FAILURE_WORDS } from '../ops/failure-words.ts'
import { BackupProblem } from '../storage/backup-file.ts'
import { Failure } from '../../shared/failure.ts'
import type { RandomBytes } from '../../shared/ids.ts'
import { type Command, CommandProblem } from './command.ts'
import { commandHelp, generalHelp } from './help.ts'
import { type Asked, readArguments } from './read-arguments.ts'

export interface CliDeps {
  readonly commands: readonly Command[]
  /** @throws ConfigProblems */
  readonly readConfig: () => Config
  readonly nowMs: () => number
  readonly random: RandomBytes
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

/** @returns the exit code. */
export async function runCli(deps: CliDeps, words: readonly string[]): Promise<0 | 1 | 2> {
  const isJson = words.includes('--json')
  try {
    const asked = readArguments(words, deps.commands)
    if (asked === null) {
      const isHelp = words.some((word) => ['help', '--help', '-h'].includes(word))
      if (isHelp) deps.say(generalHelp(deps.commands))
      else deps.complain(generalHelp(deps.commands))
      return isHelp ? 0 : 2
    }
    return await runAsked(deps, asked)
  } catch (error) {
    const problem = sentenceOf(error)
    if (problem === null) throw error
    deps.complain(isJson ? `${JSON.stringify({ error: problem })}\n` : `${problem}\n`)
    return error instanceof CommandProblem && error.isUsage ? 2 : 1
  }
}

async function runAsked(deps: CliDeps, { command, given, json, help }: Asked): Promise<0 | 1> {
  if (help) {
    deps.say(commandHelp(command))
    return 0
  }
  const config = deps.readConfig()
  const result = await command.run({ config, nowMs: deps.nowMs, random: deps.random }, given)
  deps.say(
    json ? `${JSON.stringify(result.json)}\n` : result.lines.map((line) => `${line}\n`).join(''),
  )
  return result.isBad ? 1 : 0
}

/** null: a bug, which is shown as it is. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof CommandProblem || error instanceof BackupProblem) return error.message
  if (error instanceof ConfigProblems) {
    return ['These settings are wrong:', ...error.problems].join('\n  ')
  }
  if (error instanceof Failure) return `${FAILURE_WORDS[error.code]} (${error.message})`
  return null
}
