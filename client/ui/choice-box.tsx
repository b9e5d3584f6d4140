/** One choice of several, folded away: a button that says it, and a list under the button. */
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Select, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import styles from './choice-box.module.css'
import { Icon } from './icon.tsx'
import { PopoverBox } from './popover.tsx'

/** What can be chosen. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A line of explanation under the words, in the list. */
  readonly hint?: string
}

interface ChoiceBoxProps<Value extends string> {
  readonly label: string
  /** The words stand beside it already. */
  readonly isLabelHidden?: boolean
  readonly hint?: string
  readonly value: Value | null
  readonly choices: readonly Choice<Value>[]
  readonly isDisabled?: boolean
  readonly onChange: (value: Value) => void
}

export function ChoiceBox<Value extends string>(props: ChoiceBoxProps<Value>) {
  const { label, isLabelHidden = false, hint, value, choices, isDisabled = false, onChange } = props
  return (
    <Select
      className={styles['box']}
      {...(isLabelHidden && { 'aria-label': label })}
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen)
        if (choice && choice.value !== value) onChange(choice.value)
      }}
    >
      {!isLabelHidden && <Label className={styles['label']}>{label}</Label>}
      {hint && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <Button className={styles['button']}>
        <SelectValue className={styles['value']}>{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="chevron-down" />
      </Button>
      <PopoverBox placement="bottom start">
        <ListBox className={styles['list']}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles['choice']}
            >
              <Text slot="label">{choice.label}</Text>
              {choice.hint && (
                <Text slot="description" className={styles['hint']}>
                  {choice.hint}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </PopoverBox>
    </Select>
  )
}
