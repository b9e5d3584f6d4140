/**
 * A person as a disc with initials; a group as a square. Filled when active,
 * outlined when quiet. Never blinking, never overlapping.
 */
import type { PersonColour } from '../../shared/access/person-colour.ts'
import styles from './avatar.module.css'
import { initialsOf } from './initials.ts'

interface AvatarProps {
  readonly name: string
  /** What listeners hear instead of the name alone: 'Elle Lund (you)'. */
  readonly label?: string
  readonly colour: PersonColour
  readonly size?: 'small' | 'normal' | 'large'
  readonly kind?: 'person' | 'group'
  /** Here, but nothing has changed for a while. */
  readonly isCalm?: boolean
  /** The name already stands beside it: say it only once. */
  readonly isDecoration?: boolean
}

export function Avatar({
  name,
  label = name,
  colour,
  size = 'normal',
  kind = 'person',
  isCalm = false,
  isDecoration = false,
}: AvatarProps) {
  return (
    <span
      className={styles['avatar']}
      data-colour={colour}
      data-size={size}
      data-kind={kind}
      data-initials={initialsOf(name)}
      data-calm={isCalm}
      title={isDecoration ? undefined : label}
      {...(isDecoration ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  )
}
