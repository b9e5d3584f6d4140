/** A button that is only an icon: its name is its label. */
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import styles from './button.module.css'
import type { ButtonSize, ButtonTone } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  readonly icon: IconName
  readonly label: string
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
}

export function IconButton({
  icon,
  label,
  tone = 'quiet',
  size = 'normal',
  ...rest
}: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className={styles['button']}
      data-shape="icon"
      data-tone={tone}
      data-size={size}
    >
      <Icon name={icon} />
    </AriaButton>
  )
}
