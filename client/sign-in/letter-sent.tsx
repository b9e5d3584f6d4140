/** After asking for a link: said the same whether the address is known here or not. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './sign-in.module.css'

interface LetterSentProps {
  readonly email: string
  readonly onAgain: () => void
}

export function LetterSent({ email, onAgain }: LetterSentProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles['sent']}>
      <h2 ref={heading} tabIndex={-1} className={styles['heading']}>
        <Trans>Look in your mailbox</Trans>
      </h2>
      <p>
        <Trans>
          If <strong>{email}</strong> is an address we know, a link is on its way. It works once,
          for a quarter of an hour.
        </Trans>
      </p>
      <p className={styles['note']}>
        <Trans>
          Nothing came? Look among unwanted mail, and see that it is the address that your school
          knows.
        </Trans>
      </p>
      <div>
        <Button onPress={onAgain}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </section>
  )
}
