/** A button in words, with or without an icon. One main button a view. */
import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import styles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'

export type ButtonTone = 'main' | 'plain' | 'quiet'
export type ButtonSize = 'big' | 'normal' | 'small'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  readonly icon?: IconName
  /** After the words: an arrow, a chevron. */
  readonly iconAfter?: IconName
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { tone = 'plain', size = 'normal', icon, iconAfter, children, ...rest } = props
  return (
    <AriaButton {...rest} className={styles['button']} data-tone={tone} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </AriaButton>
  )
}
