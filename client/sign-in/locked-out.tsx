/** For those who have neither: how one gets in at all. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Disclosure } from '../ui/disclosure.tsx'
import styles from './sign-in.module.css'

interface LockedOutProps {
  /** Can links be sent from here? */
  readonly hasMail: boolean
}

export function LockedOut({ hasMail }: LockedOutProps) {
  const { t } = useLingui()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className={styles['locked-out']}>
      <Disclosure label={t`I cannot get in`} isOpen={isOpen} onToggle={setIsOpen}>
        <ul className={styles['ways']}>
          {hasMail && (
            <li>
              <Trans>
                Forgotten the password? Ask for a link. When you are in, you can make a new one.
              </Trans>
            </li>
          )}
          <li>
            <Trans>
              Came by an invitation and never gave an address? The coordinator at your school can
              make a link that lets you in again.
            </Trans>
          </li>
          <li>
            <Trans>
              Are you the only coordinator? Whoever runs the server can let you in: npm run
              sign-in-link.
            </Trans>
          </li>
          <li>
            <Trans>Pupils need no account. They come in with the code from their teacher.</Trans>
          </li>
        </ul>
      </Disclosure>
    </section>
  )
}
