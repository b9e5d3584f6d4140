/** My e-mail address: added, changed, and confirmed by a letter where letters can be sent. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MyWays } from '../../shared/api/sign-in.ts'
import { changeMyEmail } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { SignInProblem } from './sign-in-problem.tsx'
import { useSignInRefusal } from './use-sign-in-refusal.ts'
import styles from './sign-in.module.css'

export function EmailWay({ ways }: { readonly ways: MyWays }) {
  const [isOpen, setIsOpen] = useState(false)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const opener = useFocusBack(isOpen)
  const { email, isEmailConfirmed, mail } = ways

  return (
    <section className={styles['section']} aria-labelledby="my-email">
      <h3 id="my-email">
        <Trans>E-mail address</Trans>
      </h3>
      {email !== null && <p>{email}</p>}
      {email === null && !isOpen && (
        <p className={styles['note']}>
          <Trans>None yet. Your colleagues do not see it.</Trans>
        </p>
      )}
      {email !== null && !isEmailConfirmed && mail && (
        <p className={styles['note']}>
          <Trans>Not confirmed yet. Save it again to get a letter with a link.</Trans>
        </p>
      )}
      {sentTo !== null && !(isEmailConfirmed && email === sentTo) && (
        <output className={styles['done']}>
          <Trans>
            A letter is on its way to {sentTo}. Open its link in this browser to confirm the
            address.
          </Trans>
        </output>
      )}
      {isOpen ? (
        <EmailForm
          ways={ways}
          onDone={(sent) => {
            setSentTo(sent)
            setIsOpen(false)
          }}
          onCancel={() => setIsOpen(false)}
        />
      ) : (
        <div>
          <Button ref={opener} onPress={() => setIsOpen(true)}>
            {email === null ? <Trans>Add an address</Trans> : <Trans>Change the address</Trans>}
          </Button>
        </div>
      )}
    </section>
  )
}

interface EmailFormProps {
  readonly ways: MyWays
  /** Told where a letter was sent; null: none was needed. */
  readonly onDone: (sentTo: string | null) => void
  readonly onCancel: () => void
}

function EmailForm({ ways, onDone, onCancel }: EmailFormProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [email, setEmail] = useState(ways.email ?? '')
  const [password, setPassword] = useState('')
  const asksPassword = ways.needsProof && ways.hasPassword
  const saving = useMutationOnce({
    mutationFn: () =>
      changeMyEmail({ email: email.trim(), password: asksPassword ? password : null }),
    // What is asked for here may be other than what this page knew of.
    onError: () => queries.invalidateQueries({ queryKey: ['my-ways'] }),
    onSuccess: async ({ isLinkSent }) => {
      await queries.invalidateQueries({ queryKey: ['my-ways'] })
      onDone(isLinkSent ? email.trim() : null)
    },
  })
  const refusal = useSignInRefusal(saving.error, { email: 'email', password: 'password' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <TextInput
        label={t`New e-mail address`}
        value={email}
        onChange={setEmail}
        type="email"
        name="email"
        autoComplete="email"
        isRequired
        isFirst
      />
      {asksPassword && (
        <TextInput
          label={t`Your present password`}
          value={password}
          onChange={setPassword}
          type="password"
          name="password"
          autoComplete="current-password"
          maxLength={1000}
          isRequired
        />
      )}
      {!refusal && <SignInProblem error={saving.error} />}
      <div className={styles['buttons']}>
        <Button type="submit" tone="main" isPending={saving.isPending}>
          <Trans>Save the address</Trans>
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </Form>
  )
}
