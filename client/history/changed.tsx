/**
 * What is gone and what is new, wherever it stands: struck through in brick, underlined in blue,
 * and said to be so to those who listen.
 */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './changed.module.css'

interface GoneOrNewProps {
  /** Blocks of a text stand in it, not words of a line. */
  readonly isBlock?: boolean
  readonly children: ReactNode
}

export function Gone({ isBlock = false, children }: GoneOrNewProps) {
  return (
    <del className={styles['gone']} data-block={isBlock}>
      <VisuallyHidden>
        <Trans>Gone:</Trans>{' '}
      </VisuallyHidden>
      {children}
    </del>
  )
}

export function New({ isBlock = false, children }: GoneOrNewProps) {
  return (
    <ins className={styles['new']} data-block={isBlock}>
      <VisuallyHidden>
        <Trans>New:</Trans>{' '}
      </VisuallyHidden>
      {children}
    </ins>
  )
}

interface ReplacedProps {
  /** null: nothing stood there. */
  readonly from: ReactNode
  /** null: nothing stands there. */
  readonly to: ReactNode
}

/** One fact in the place of another. */
export function Replaced({ from, to }: ReplacedProps) {
  return (
    <>
      {from !== null && <Gone>{from}</Gone>}
      {from !== null && to !== null && ' '}
      {to !== null && <New>{to}</New>}
    </>
  )
}

/** A word of the tool about what became of something: 'Moved', 'Was a heading'. */
export function ChangeNote({ children }: { readonly children: ReactNode }) {
  return <span className={styles['note']}>{children}</span>
}
