/**
 * What a command of `samplan` is: words in, a result out. It writes nothing itself, so
 * that people and programs (--json) are told the same.
 */
import type { Config } from '../config.ts'
import type { RandomBytes } from '../../shared/ids.ts'

/** Why a command did not do what was asked, in a sentence for whoever runs the server. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
  /** The words of the command were wrong, not the world. */
  readonly isUsage: boolean

  constructor(sentence: string, options: ErrorOptions & { readonly isUsage?: boolean } = {}) {
    super(sentence, options)
    this.isUsage = options.isUsage ?? false
  }
}

export interface CommandContext {
  readonly config: Config
  readonly nowMs: () => number
  readonly random: RandomBytes
}

export interface CommandResult {
  /** For people. */
  readonly lines: readonly string[]
  /** For programs: an object. */
  readonly json: object
  /** It was looked at, and something is wrong. */
  readonly isBad?: boolean
}

export interface Option {
  /** How the value is called in the help; null: there is none. */
  readonly value: string | null
  readonly says: string
}

export interface Command {
  /** One word or two: 'audit verify'. */
  readonly name: string
  readonly says: string
  /** What follows the name, beside options: 'FILE'. */
  readonly words?: string
  readonly options: Readonly<Record<string, Option>>
  /** @throws CommandProblem, Failure */
  readonly run: (context: CommandContext, given: Given) => Promise<CommandResult>
}

/** What was typed after the command's name. */
export interface Given {
  readonly words: readonly string[]
  /** The value of an option; null: it was not given. */
  text(name: string): string | null
  /** @throws CommandProblem when it is missing. */
  need(name: string): string
  has(name: string): boolean
}

export const SCHOOL_OPTION: Option = {
  value: 'SCHOOL',
  says: 'which school, by its name or id; needed where there are several',
}
export const MEMBER_OPTION: Option = {
  value: 'PERSON',
  says: 'whom, by their name at the school or their member id',
}
