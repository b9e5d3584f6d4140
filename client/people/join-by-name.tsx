/** Coming in as somebody new: a name and nothing more. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { InvitedRole } from '../../shared/access/policy.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './join-page.module.css'
import { JoinProblem } from './join-problem.tsx'
import { useJoining } from './use-joining.ts'

interface JoinByNameProps {
  readonly token: string
  readonly role: InvitedRole
  readonly onFailed: () => void
}

export function JoinByName({ token, role, onFailed }: JoinByNameProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const [name, setName] = useState('')
  const joining = useJoining(onFailed)
  const refusal = useRefusal(joining.error, { name: 'name' })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (joining.isPending || joining.isSuccess) return
    joining.mutate({ token, name: name.trim(), language })
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <TextInput
        label={t`Type your name`}
        hint={t`This is how your colleagues see you.`}
        value={name}
        onChange={setName}
        name="name"
        autoComplete="name"
        isRequired
        isFirst
      />
      {!refusal && <JoinProblem error={joining.error} />}
      <div>
        <Button
          type="submit"
          tone="main"
          size="big"
          iconAfter="arrow-right"
          isPending={joining.isPending || joining.isSuccess}
        >
          {role === 'teacher' ? <Trans>Join and write</Trans> : <Trans>Join and read</Trans>}
        </Button>
      </div>
      <p className={styles['note']}>
        <Trans>
          No account, no e-mail, no password. This device remembers you. On a computer that others
          use, sign out when you are done.
        </Trans>
      </p>
    </Form>
  )
}
