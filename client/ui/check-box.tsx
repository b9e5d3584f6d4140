/** Yes or no: a native box and its words, which can be pressed too. */
import styles from './check-box.module.css'

interface CheckBoxProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function CheckBox({ label, isOn, onChange }: CheckBoxProps) {
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}
