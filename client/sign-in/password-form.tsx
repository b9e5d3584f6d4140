/** E-mail address and password, or the address alone and a letter with a link. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { ProviderSignIn } from '../../shared/api/sign-in.ts'
import { askForLink, signInByPassword } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { focusField } from './focus-field.ts'
import { LetterSent } from './letter-sent.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import styles from './sign-in.module.css'

interface PasswordFormProps {
  /** Can links be sent from here? */
  readonly hasMail: boolean
  /** Where to go, and how long to stay. */
  readonly wanted: ProviderSignIn
  /** Stands before the buttons. */
  readonly children: ReactNode
}

export function PasswordForm({ hasMail, wanted, children }: PasswordFormProps) {
  const { t } = useLingui()
  const form = useRef<HTMLFormElement>(null)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const entering = useMutationOnce({
    mutationFn: () => signInByPassword({ email: email.trim(), password, ...wanted }),
    // A fresh page: nothing stays in memory of whoever was here before.
    onSuccess: ({ to }) => location.replace(to),
  })
  const asking = useMutationOnce({
    mutationFn: () => askForLink({ email: email.trim(), to: wanted.to }),
  })
  const [isAskedTooEarly, setIsAskedTooEarly] = useState(false)

  if (asking.isSuccess) return <LetterSent email={email.trim()} onAgain={() => asking.reset()} />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    asking.reset()
    // Once, however often it is pressed.
    if (!entering.isPending && !entering.isSuccess) entering.mutate()
  }
  const ask = () => {
    entering.reset()
    const isEmpty = email.trim() === ''
    setIsAskedTooEarly(isEmpty)
    if (isEmpty) focusField(form.current, 'username')
    else if (!asking.isPending) asking.mutate()
  }

  return (
    <form ref={form} className={styles['form']} onSubmit={submit}>
      <TextInput
        label={t`E-mail address`}
        value={email}
        onChange={(text) => {
          setEmail(text)
          setIsAskedTooEarly(false)
        }}
        type="email"
        name="username"
        autoComplete="username"
        error={isAskedTooEarly ? t`Type your e-mail address first` : undefined}
        isRequired
        isFirst
      />
      <TextInput
        label={t`Password`}
        value={password}
        onChange={setPassword}
        type="password"
        name="password"
        autoComplete="current-password"
        maxLength={1000}
        isRequired
      />
      {children}
      <SignInProblem error={entering.error ?? asking.error} />
      <div className={styles['buttons']}>
        <Button
          type="submit"
          tone="main"
          size="big"
          isPending={entering.isPending || entering.isSuccess}
        >
          <Trans>Sign in</Trans>
        </Button>
        {hasMail && (
          <Button isPending={asking.isPending} size="big" onPress={ask}>
            <Trans>Send me a link instead</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}
