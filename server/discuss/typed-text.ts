/** What people type into a thread, as it is kept: lines without what no reader sees. */
import { mentionsIn } from '../../shared/discuss/mentions.ts'
import { Failure } from '../../shared/failure.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import { MAX_MENTIONS } from './limits.ts'

const LINE_END = /\r\n|[\r\n\u2028\u2029]/

/** Every line cleaned as other texts are; their ends stay, one kind of them. */
export function cleanLines(text: string): string {
  return text.split(LINE_END).map(cleanText).join('\n')
}

/**
 * Something that is said: no space at the ends of lines, no more than one empty line together.
 *
 * @throws Failure 'bad-request' when nothing is left that one can see.
 */
export function typedText(text: string): string {
  const said = cleanLines(text)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(said)) throw new Failure('bad-request', 'nothing is said')
  return said
}

/** As `typedText`, where people may be called on. @throws Failure 'bad-request' for a crowd too. */
export function typedBody(text: string): string {
  const body = typedText(text)
  const { length } = mentionsIn(body)
  if (length > MAX_MENTIONS) throw new Failure('bad-request', `${length} mentions`)
  return body
}
