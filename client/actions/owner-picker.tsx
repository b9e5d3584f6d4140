/** Choose an owner: type to narrow the members down, or write a name that is not among them. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { useLocale } from 'react-aria-components/I18nProvider'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { membersHere } from '../../shared/access/members-here.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { useActionSetting } from './action-setting.ts'
import { matchesName } from './matches-name.ts'
import styles from './owner-picker.module.css'

interface OwnerPickerProps {
  /** Keys of those who are owners already. */
  readonly taken: readonly string[]
  /** A member's id, or `name:<text>`. */
  readonly onPick: (ownerKey: string) => void
}

const MAX_NAME = 100

export function OwnerPicker({ taken, onPick }: OwnerPickerProps) {
  const { t } = useLingui()
  const members = membersHere(useActionSetting().members)
  const hueOf = useHueOf()
  const { locale } = useLocale()
  const [typed, setTyped] = useState('')
  const name = typed.trim().slice(0, MAX_NAME)
  const inOrder = new Intl.Collator(locale).compare
  const found = members
    .filter((member) => !taken.includes(member.memberId) && matchesName(member.name, name))
    .sort((a, b) => inOrder(a.name, b.name))
  const isNew =
    name !== '' &&
    !taken.includes(`name:${name}`) &&
    !members.some((member) => member.name.toLocaleLowerCase() === name.toLocaleLowerCase())

  return (
    <div className={styles['picker']}>
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst={false}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the box has just been opened by its button */}
        <SearchField aria-label={t`Name`} autoFocus>
          <Input className={styles['input']} placeholder={t`Name`} maxLength={MAX_NAME} />
        </SearchField>
        <ListBox
          className={styles['list']}
          aria-label={t`Owners to choose from`}
          onAction={(key) => onPick(String(key))}
          renderEmptyState={() => <p className={styles['none']}>{t`Write a name`}</p>}
        >
          {found.map((member) => (
            <ListBoxItem
              key={member.memberId}
              id={member.memberId}
              textValue={member.name}
              className={styles['item']}
            >
              <Avatar name={member.name} colour={hueOf(member.memberId)} isDecoration />
              {member.name}
            </ListBoxItem>
          ))}
          {isNew && (
            <ListBoxItem
              key={`name:${name}`}
              id={`name:${name}`}
              textValue={name}
              className={styles['item']}
            >
              <Icon name="plus" />
              {t`Add “${name}”`}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
