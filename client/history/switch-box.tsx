/** Something that is on or off, at once. */
import { Switch } from 'react-aria-components/Switch'
import styles from './switch-box.module.css'

interface SwitchBoxProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function SwitchBox({ label, isOn, onChange }: SwitchBoxProps) {
  return (
    <Switch className={styles['switch']} isSelected={isOn} onChange={onChange}>
      <span className={styles['track']} aria-hidden="true" />
      {label}
    </Switch>
  )
}
