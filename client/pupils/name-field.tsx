/**
 * The name a pupil chooses: a made-up one does. Says so kindly when it looks like a full
 * name, and has some to offer.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { isSeen } from '../../shared/text/is-seen.ts'
import { Button } from '../ui/button.tsx'
import { useRefusalOf } from '../ui/refusal.ts'
import { useValidityWords } from '../ui/validity-words.ts'
import { looksLikeFullName, madeUpNames } from './made-up-names.ts'
import styles from './pupils-page.module.css'

/** As shared/api/pupils.ts takes it. */
const MAX_LENGTH = 40

interface NameFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function NameField({ value, onChange }: NameFieldProps) {
  const { t } = useLingui()
  const animals = t`Otter,Puffin,Lynx,Fox,Owl,Squirrel,Whale,Moose,Beaver,Tern`
  const [names] = useState(() => madeUpNames(animals.split(','), Math.random))
  const validityWords = useValidityWords()
  const refusal = useRefusalOf('name', value)
  const validate = (name: string) =>
    name !== '' && !isSeen(name) ? t`Nothing of this can be seen. Write at least one letter` : null

  return (
    <div className={styles['nameField']}>
      <TextField
        className={styles['field']}
        value={value}
        onChange={onChange}
        maxLength={MAX_LENGTH}
        name="name"
        autoComplete="off"
        {...(refusal !== null && { isInvalid: true })}
        validate={validate}
        isRequired
      >
        <Label className={styles['label']}>
          <Trans>A name you choose</Trans>
        </Label>
        <Text slot="description" className={styles['hint']}>
          <Trans>The others see it. Make one up, and leave your full name out.</Trans>
        </Text>
        <Input className={styles['name']} />
        <FieldError className={styles['error']}>
          {(validation) => refusal ?? validityWords(validation, value, validate(value))}
        </FieldError>
      </TextField>
      <ul className={styles['names']} aria-label={t`Names to take`}>
        {names.map((name) => (
          <li key={name}>
            <Button onPress={() => onChange(name)}>{name}</Button>
          </li>
        ))}
      </ul>
      <output className={styles['gentle']}>
        {looksLikeFullName(value) &&
          t`That looks like a full name. A first name or a made-up one is enough.`}
      </output>
    </div>
  )
}
