/** "Others use this computer": then one is signed out by the end of the day. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import styles from './sign-in.module.css'

interface PublicComputerBoxProps {
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function PublicComputerBox({ isChecked, onChange }: PublicComputerBoxProps) {
  const { t } = useLingui()
  const id = useId()
  return (
    <div className={styles['box']}>
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{t`Others use this computer too`}</label>
      <small id={`${id}-hint`}>{t`Then you are signed out by the end of the day.`}</small>
    </div>
  )
}
