/** One line to type in, with its label above and what is wrong below. */
import { useLingui } from '@lingui/react/macro'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { isSeen } from '../../shared/text/is-seen.ts'
import { useRefusalOf } from './refusal.ts'
import styles from './text-input.module.css'
import { useValidityWords } from './validity-words.ts'

interface TextInputProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** By which its form and the server's refusals know it. */
  readonly name?: string
  readonly autoComplete?: string
  readonly type?: 'text' | 'email' | 'password'
  readonly maxLength?: number
  /** What is wrong with it, beside what the browser finds and the server refuses. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  /** It takes the focus when it appears: where there is one first thing to fill in. */
  readonly isFirst?: boolean
}

/** As long as the API takes it (shared/api/common Line). */
const MAX_LENGTH = 200

export function TextInput({ label, hint, error, isFirst = false, ...rest }: TextInputProps) {
  const { t } = useLingui()
  const validityWords = useValidityWords()
  const refusal = useRefusalOf(rest.name, rest.value)
  const problem = error ?? refusal ?? undefined
  const validate = (value: string) => {
    if (!rest.isRequired || rest.type === 'password' || value === '' || isSeen(value)) return null
    return value.trim() === ''
      ? t`Only blanks are not enough`
      : t`Nothing of this can be seen. Write at least one letter`
  }
  return (
    <TextField
      className={styles['field']}
      maxLength={MAX_LENGTH}
      validate={validate}
      {...(problem !== undefined && { isInvalid: true })}
      {...rest}
    >
      <Label className={styles['label']}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- see isFirst */}
      <Input className={styles['input']} autoFocus={isFirst} />
      <FieldError className={styles['error']}>
        {(validation) => problem ?? validityWords(validation, rest.value, validate(rest.value))}
      </FieldError>
    </TextField>
  )
}
