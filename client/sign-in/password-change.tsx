/** A new password: says while one types whether it will do, as the server will judge it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  passwordProblem,
} from '../../shared/access/password-rules.ts'
import type { MyWays } from '../../shared/api/sign-in.ts'
import { meQuery } from '../api/queries.ts'
import { changeMyPassword } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { focusField } from '../ui/focus-field.ts'
import { Form } from '../ui/form.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import { useSignInRefusal } from './use-sign-in-refusal.ts'
import styles from './sign-in.module.css'

interface PasswordChangeProps {
  readonly ways: MyWays
  readonly email: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function PasswordChange({ ways, email, onDone, onCancel }: PasswordChangeProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setIsTried] = useState(false)
  const problem = usePasswordWords(password, email)
  const asksCurrent = ways.needsProof && ways.hasPassword
  const saving = useMutationOnce({
    mutationFn: () => changeMyPassword({ current: asksCurrent ? current : null, password }),
    // What is asked for here may be other than what this page knew of.
    onError: () => queries.invalidateQueries({ queryKey: ['my-ways'] }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['my-ways'] })
      onDone()
    },
  })
  const refusal = useSignInRefusal(saving.error, {
    current: 'current-password',
    password: 'new-password',
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsTried(true)
    if (problem !== null) focusField(event.currentTarget, 'new-password')
    else if (!saving.isPending) saving.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      {/* For password managers: whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {asksCurrent && (
        <TextInput
          label={t`Your present password`}
          value={current}
          onChange={setCurrent}
          type="password"
          name="current-password"
          autoComplete="current-password"
          maxLength={1000}
          isRequired
          isFirst
        />
      )}
      <TextInput
        label={t`New password`}
        hint={t`At least ${MIN_PASSWORD_LENGTH} characters, of any kind. Three or four words in a row are easy to remember and hard to guess.`}
        value={password}
        onChange={setPassword}
        type="password"
        name="new-password"
        autoComplete="new-password"
        maxLength={MAX_PASSWORD_LENGTH}
        error={isTried && problem !== null ? problem : undefined}
        isRequired
        isFirst={!asksCurrent}
      />
      {!refusal && <SignInProblem error={saving.error} />}
      <div className={styles['buttons']}>
        <Button type="submit" tone="main" isPending={saving.isPending}>
          <Trans>Save the password</Trans>
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </Form>
  )
}

/** What is wrong with it, in words; null when it will do. */
function usePasswordWords(password: string, email: string): string | null {
  const { t } = useLingui()
  const me = useQuery(meQuery).data
  const known = [me?.user?.name ?? '', email, ...(me?.schools ?? []).map(({ name }) => name)]
  switch (passwordProblem(password, known)) {
    case 'too-short':
      return t`It needs at least ${MIN_PASSWORD_LENGTH} characters`
    case 'too-long':
      return t`That is longer than we can keep`
    case 'too-common':
      return t`Many use this one. Take something nobody guesses`
    case 'too-personal':
      return t`It is made of your name, your address or your school. Take something else`
    default:
      return null
  }
}
