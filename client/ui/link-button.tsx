/** A link that looks like a button: it goes somewhere, so it is a link. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './button.module.css'
import type { ButtonSize, ButtonTone } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface LinkButtonProps {
  readonly href: string
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  readonly icon?: IconName
  readonly children: ReactNode
}

export function LinkButton({
  href,
  tone = 'plain',
  size = 'normal',
  icon,
  children,
}: LinkButtonProps) {
  return (
    <Link href={href} className={styles['button']} data-tone={tone} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
