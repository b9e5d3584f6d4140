/** My password: made or changed. Whoever prefers links by mail needs none. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { MyWays } from '../../shared/api/sign-in.ts'
import { Button } from '../ui/button.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { PasswordChange } from './password-change.tsx'
import styles from './sign-in.module.css'

export function PasswordWay({ ways }: { readonly ways: MyWays }) {
  const [isOpen, setIsOpen] = useState(false)
  const [isSaved, setIsSaved] = useState(false)
  const opener = useFocusBack(isOpen)
  const { email, hasPassword, mail } = ways

  return (
    <section className={styles['section']} aria-labelledby="my-password">
      <h3 id="my-password">
        <Trans>Password</Trans>
      </h3>
      {!hasPassword && !isOpen && (
        <p className={styles['note']}>
          {mail && email !== null ? (
            <Trans>None. You come in by a link in a letter, which is good enough.</Trans>
          ) : (
            <Trans context="a password">None yet.</Trans>
          )}
        </p>
      )}
      {isSaved && (
        <output className={styles['done']}>
          <Trans>The password is saved. Everywhere else you are signed out.</Trans>
        </output>
      )}
      {email === null ? (
        <p className={styles['note']}>
          <Trans>Add your e-mail address first: you sign in with both.</Trans>
        </p>
      ) : isOpen ? (
        <PasswordChange
          ways={ways}
          email={email}
          onDone={() => {
            setIsSaved(true)
            setIsOpen(false)
          }}
          onCancel={() => setIsOpen(false)}
        />
      ) : (
        <div>
          <Button
            ref={opener}
            onPress={() => {
              setIsOpen(true)
              setIsSaved(false)
            }}
          >
            {hasPassword ? <Trans>Change the password</Trans> : <Trans>Make a password</Trans>}
          </Button>
        </div>
      )}
    </section>
  )
}
