/** A name or a title that a person typed, as it is kept. */
import { Failure } from '../../shared/failure.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import { isSeen } from '../../shared/text/is-seen.ts'

/**
 * Without control characters, one space where there were several, none at the ends.
 *
 * @param field what it is called in the request.
 * @throws Failure 'bad-request', about the field, when nothing is left that one can see.
 */
export function typedLine(text: string, field?: string): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim()
  if (!isSeen(line))
    throw new Failure('bad-request', 'a name or title without a letter', { told: { field } })
  return line
}
