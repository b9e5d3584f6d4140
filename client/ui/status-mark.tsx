/**
 * How far an action has come, as a shape: hollow ring, half ring, ticked disc,
 * barred square; a triangle when late. The word always stands beside it.
 */
import type { Status } from '../../shared/plan/status.ts'
import styles from './status-mark.module.css'

interface StatusMarkProps {
  readonly status: Status
}

/** The shape alone, to stand beside the word. */
export function StatusMark({ status }: StatusMarkProps) {
  return (
    <svg className={styles['mark']} viewBox="0 0 16 16" aria-hidden="true">
      <StatusShape status={status} />
    </svg>
  )
}

/** The shape on its 16 by 16 grid, for use inside another drawing. */
export function StatusShape({ status }: StatusMarkProps) {
  switch (status) {
    case 'planned':
      return <circle className={styles['quiet']} cx="8" cy="8" r="6" />
    case 'started':
      return (
        <>
          <circle className={styles['ring']} cx="8" cy="8" r="6" />
          <path className={styles['solid']} d="M8 2a6 6 0 010 12z" />
        </>
      )
    case 'done':
      return (
        <>
          <circle className={styles['solid']} cx="8" cy="8" r="6.8" />
          <path className={styles['tick']} d="M4.800 8.300l2.300 2.300 4.200-4.800" />
        </>
      )
    case 'stopped':
      return (
        <>
          <rect className={styles['quiet']} x="2" y="2" width="12" height="12" />
          <path className={styles['bar']} d="M5 8h6" />
        </>
      )
  }
}

/** The triangle that stands before "3 days past the deadline". */
export function LateMark() {
  return (
    <svg className={styles['late']} viewBox="0 0 16 16" aria-hidden="true">
      <path className={styles['triangle']} d="M8 1.500L15 14H1z" />
      <path className={styles['exclamation']} d="M8 6v4M8 11.600v.9" />
    </svg>
  )
}
