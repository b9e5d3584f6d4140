/** A field that narrows a list down while one types, and says how many are left. */
import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'
import { Icon } from './icon.tsx'
import styles from './search-box.module.css'

interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** How many were found, in words; nothing as long as nothing was typed. */
  readonly children: ReactNode
}

const MAX_SEARCH = 100

export function SearchBox({ label, value, onChange, children }: SearchBoxProps) {
  return (
    <div className={styles['box']}>
      <SearchField className={styles['field']} value={value} onChange={onChange}>
        <Label className={styles['label']}>{label}</Label>
        <span className={styles['icon']}>
          <Icon name="search" />
        </span>
        <Input className={styles['input']} maxLength={MAX_SEARCH} />
      </SearchField>
      <output className={styles['found']}>{children}</output>
    </div>
  )
}
