/** A name or a title that a person typed, as it is kept. */
import { Failure } from '../../shared/failure.ts'
import { cleanText } from '../../shared/text/clean-text.ts'

/**
 * Without control characters, one space where there were several, none at the ends.
 *
 * @throws Failure 'bad-request' when nothing is left that one can see.
 */
export function typedLine(text: string): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(line))
    throw new Failure('bad-request', 'a name or title without a letter')
  return line
}
