/**
 * What the browser finds wrong with a field, in our words and the page's language: its own are in
 * the language of the browser.
 */
import { useLingui } from '@lingui/react/macro'

interface Validation {
  readonly validationDetails: ValidityState
}

/**
 * @returns '' when it is mended already: the browser looks again only when the field is left, and
 *   for null React Aria would say the browser's words. `ownProblem` is what a rule of the field's
 *   own finds just now.
 */
export function useValidityWords(): (
  validation: Validation,
  value: string,
  ownProblem?: string | null,
) => string {
  const { t } = useLingui()
  return ({ validationDetails: found }, value, ownProblem = null) => {
    if (value === '' && found.valueMissing) return t`This must be filled in`
    if (found.typeMismatch) return t`This does not look like an e-mail address`
    if (found.tooLong) return t`This is too long`
    return ownProblem ?? ''
  }
}
