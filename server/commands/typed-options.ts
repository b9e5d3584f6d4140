/** What was typed for a name or an address: taken as the pages' routes take it, or refused in a sentence. */
import { Value } from 'typebox/value'
import { Line, MAX_LINE_LENGTH } from '../../shared/api/common.ts'
import { isSeen } from '../../shared/text/is-seen.ts'
import { typedLine } from '../people/typed-line.ts'
import { MAX_EMAIL_LENGTH, normalEmail } from '../sign-in/email-address.ts'
import { CommandProblem, type Given } from './command.ts'

/** @throws CommandProblem when it is missing, too long, or nothing that one can see. */
export function lineOf(given: Given, option: string): string {
  const typed = given.need(option)
  if (!Value.Check(Line, typed)) throw tooLong(option, typed, MAX_LINE_LENGTH)
  if (!isSeen(typed)) throw usage(`--${option} has nothing in it that can be seen.`)
  return typedLine(typed)
}

/** @throws CommandProblem when it is missing, too long or no address. */
export function emailOf(given: Given, option: string): string {
  const typed = given.need(option)
  if (typed.length > MAX_EMAIL_LENGTH) throw tooLong(option, typed, MAX_EMAIL_LENGTH)
  const email = normalEmail(typed)
  if (email === null)
    throw usage(`--${option} is no e-mail address: ${typed}. It is like kari@skole.no.`)
  return email
}

/** Not the text itself: nobody reads so much of it. */
export function tooLong(option: string, typed: string, most: number): CommandProblem {
  const length = Array.from(typed).length
  return usage(`--${option} is ${length} characters long, and may be ${most}.`)
}

function usage(sentence: string): CommandProblem {
  return new CommandProblem(sentence, { isUsage: true })
}
