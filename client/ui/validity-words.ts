/**
 * What the browser finds wrong with a field, in our words and the page's language: its own are in
 * the language of the browser.
 */
import { useLingui } from '@lingui/react/macro'

interface Validation {
  readonly validationDetails: ValidityState
  /** Ours, where a field has rules of its own. */
  readonly validationErrors: readonly string[]
}

export function useValidityWords(): (validation: Validation) => string {
  const { t } = useLingui()
  return ({ validationDetails, validationErrors }) => {
    if (validationDetails.valueMissing) return t`This must be filled in`
    if (validationDetails.typeMismatch) return t`This does not look like an e-mail address`
    if (validationDetails.tooLong) return t`This is too long`
    return validationErrors.join(' ')
  }
}
