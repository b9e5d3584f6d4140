/** E-mail address and password, or the address alone and a letter with a link. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ProviderSignIn } from '../../shared/api/sign-in.ts'
import { askForLink, signInByPassword } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import type { Refusal } from '../ui/refusal.ts'
import { TextInput } from '../ui/text-input.tsx'
import { LetterSent } from './letter-sent.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import { useSignInRefusal } from './use-sign-in-refusal.ts'
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
  const [tooEarly, setTooEarly] = useState<Refusal | null>(null)
  const error = entering.error ?? asking.error
  const refused = useSignInRefusal(error, { email: 'username', password: 'password' })
  const refusal = tooEarly ?? refused

  if (asking.isSuccess) return <LetterSent email={email.trim()} onAgain={() => asking.reset()} />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTooEarly(null)
    asking.reset()
    // Once, however often it is pressed.
    if (!entering.isPending && !entering.isSuccess) entering.mutate()
  }
  const ask = () => {
    entering.reset()
    const isEmpty = email.trim() === ''
    const words = t`Type your e-mail address first`
    setTooEarly(isEmpty ? { error: new Error(words), field: 'username', words } : null)
    if (!isEmpty && !asking.isPending) asking.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <TextInput
        label={t`E-mail address`}
        value={email}
        onChange={setEmail}
        type="email"
        name="username"
        autoComplete="username"
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
      {!refusal && <SignInProblem error={error} />}
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
    </Form>
  )
}
