/** One choice of very many: type to narrow them down, without case and accents. */
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { rankWords, type Searchable } from '../../shared/text/rank-words.ts'
import styles from './choice-box.module.css'
import { Icon } from './icon.tsx'
import { PopoverBox } from './popover.tsx'

/** What can be chosen, by the words it is looked for with. */
export interface SoughtChoice extends Searchable {
  readonly value: string
}

interface SearchChoiceProps {
  readonly label: string
  readonly hint?: string
  /** null: nothing is chosen. */
  readonly value: string | null
  readonly choices: readonly SoughtChoice[]
  /** Said when nothing fits what was typed. */
  readonly none: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

/** Enough to see that one must type more. */
const SHOWN = 60

export function SearchChoice(props: SearchChoiceProps) {
  const { label, hint, value, choices, none, error, onChange } = props
  const chosen = choices.find((choice) => choice.value === value)
  const [typed, setTyped] = useState(chosen?.words ?? '')
  // As long as nothing was typed over the choice, all of them can be seen.
  const found = rankWords(choices, typed === chosen?.words ? '' : typed).slice(0, SHOWN)

  return (
    <ComboBox
      className={styles['box']}
      value={value}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(key) => {
        const choice = choices.find((one) => one.value === key)
        // What was left half typed goes back to what is chosen.
        setTyped(choice?.words ?? chosen?.words ?? '')
        if (choice && choice.value !== value) onChange(choice.value)
      }}
      allowsEmptyCollection
      menuTrigger="focus"
      {...(error !== undefined && { isInvalid: true })}
    >
      <Label className={styles['label']}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <Group className={styles['field']}>
        <Input className={styles['input']} />
        <Button className={styles['open']}>
          <Icon name="chevron-down" />
        </Button>
      </Group>
      <FieldError className={styles['error']}>{error}</FieldError>
      <PopoverBox placement="bottom start">
        <ListBox
          className={styles['list']}
          items={found}
          renderEmptyState={() => <p className={styles['none']}>{none}</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.words} className={styles['choice']}>
              {choice.words}
            </ListBoxItem>
          )}
        </ListBox>
      </PopoverBox>
    </ComboBox>
  )
}
