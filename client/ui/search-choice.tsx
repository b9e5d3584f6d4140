/**
 * One choice of very many: a button that says it, and behind it a box in which one types
 * to narrow them down, without case and accents.
 */
import { useId, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { rankWords, type Searchable } from '../../shared/text/rank-words.ts'
import styles from './choice-box.module.css'
import { Icon } from './icon.tsx'
import { PopoverDialog } from './popover.tsx'

/** What can be chosen, by the words it is looked for with. */
export interface SoughtChoice extends Searchable {
  readonly value: string
}

interface SearchChoiceProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly choices: readonly SoughtChoice[]
  /** Said when nothing fits what was typed. */
  readonly none: string
  readonly onChange: (value: string) => void
}

export function SearchChoice(props: SearchChoiceProps) {
  const { label, hint, value, choices, onChange } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const words = choices.find((choice) => choice.value === value)?.words ?? value

  return (
    <div className={styles['box']}>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      {hint && (
        <span className={styles['hint']} id={id}>
          {hint}
        </span>
      )}
      <Button
        ref={button}
        className={styles['button']}
        aria-label={`${label}: ${words}`}
        {...(hint && { 'aria-describedby': id })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(true)}
      >
        <span className={styles['value']}>{words}</span>
        <Icon name="chevron-down" />
      </Button>
      <PopoverDialog label={label} triggerRef={button} isOpen={isOpen} onOpenChange={setIsOpen}>
        <SearchedList
          {...props}
          onChange={(chosen) => {
            setIsOpen(false)
            if (chosen !== value) onChange(chosen)
          }}
        />
      </PopoverDialog>
    </div>
  )
}

/** Enough to see that one must type more. */
const SHOWN = 60
const MAX_SEARCH = 100

function SearchedList({ label, choices, none, onChange }: SearchChoiceProps) {
  const [typed, setTyped] = useState('')
  const found = rankWords(choices, typed).slice(0, SHOWN)
  return (
    <div className={styles['searched']}>
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst={false}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the box has just been opened by its button */}
        <SearchField aria-label={label} autoFocus>
          <Input className={styles['input']} maxLength={MAX_SEARCH} />
        </SearchField>
        <ListBox
          className={styles['list']}
          aria-label={label}
          items={found}
          onAction={(key) => onChange(String(key))}
          renderEmptyState={() => <p className={styles['none']}>{none}</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.words} className={styles['choice']}>
              {choice.words}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
