/** The bar at the top of a page: where one is at the start, what one can do at the end. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { SamplanMark } from './commitment-glyph.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  /** After the mark: the school. */
  readonly where?: ReactNode
  readonly children?: ReactNode
}

export function TopBar({ where, children }: TopBarProps) {
  return (
    <header className={styles['top']}>
      <div className={styles['bar']}>
        <Logo />
        {where && (
          <div className={styles['where']}>
            {typeof where === 'string' ? (
              <span className={styles['name']} title={where}>
                {where}
              </span>
            ) : (
              where
            )}
          </div>
        )}
        <div className={styles['end']}>{children}</div>
      </div>
    </header>
  )
}

/** The mark and the name, a way to the start page. */
export function Logo({ isNameHidden = false }: { readonly isNameHidden?: boolean }) {
  const { t } = useLingui()
  return (
    <Link href="/" className={styles['logo']} aria-label={t`Samplan, to the plans`}>
      <SamplanMark />
      <span data-hidden={isNameHidden}>Samplan</span>
    </Link>
  )
}
