/**
 * A field for a code that was read off a wall or a note: large letters, far apart, and
 * nothing of the browser's that would change or remember them.
 */
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useRefusalOf } from '../ui/refusal.ts'
import { useValidityWords } from '../ui/validity-words.ts'
import styles from './pupils-page.module.css'

/** A code that can be written large. */
const SHORT = 15

interface CodeFieldProps {
  readonly label: string
  readonly hint: string
  readonly name: string
  readonly value: string
  /** With room for blanks and hyphens. */
  readonly maxLength: number
  readonly onChange: (value: string) => void
}

export function CodeField({ label, hint, name, value, maxLength, onChange }: CodeFieldProps) {
  const validityWords = useValidityWords()
  const refusal = useRefusalOf(name, value)
  return (
    <TextField
      className={styles['field']}
      name={name}
      value={value}
      onChange={(typed) => onChange(typed.toUpperCase())}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck="false"
      {...(refusal !== null && { isInvalid: true })}
      isRequired
    >
      <Label className={styles['label']}>{label}</Label>
      <Text slot="description" className={styles['hint']}>
        {hint}
      </Text>
      <Input
        className={styles['code']}
        data-long={maxLength > SHORT || undefined}
        autoCapitalize="characters"
        autoCorrect="off"
        dir="ltr"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one first thing to fill in
        autoFocus
      />
      <FieldError className={styles['error']}>
        {(validation) => refusal ?? validityWords(validation, value)}
      </FieldError>
    </TextField>
  )
}
