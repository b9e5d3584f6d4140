/** The last step into a school: a newcomer's name, or one button for who is signed in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { PersonalLook } from '../../shared/api/personal-invitations.ts'
import { acceptPersonal } from '../api/personal-invitations.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useLanguage } from '../words/language.tsx'
import { forgetFragmentToken } from '../ui/fragment-token.ts'
import { PublicComputerBox } from './public-computer-box.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import { useSignInRefusal } from './use-sign-in-refusal.ts'
import styles from './sign-in.module.css'

interface AcceptFormProps {
  readonly token: string
  readonly invitation: PersonalLook
  /** An account of somebody else's has the address until now. */
  readonly isNotMine?: boolean
}

export function AcceptForm({ token, invitation, isNotMine = false }: AcceptFormProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const [name, setName] = useState(invitation.name)
  const [publicComputer, setPublicComputer] = useState(false)
  const isNewcomer = invitation.opener !== 'myself'
  const accepting = useMutationOnce({
    mutationFn: () =>
      acceptPersonal({ token, name: name.trim(), language, publicComputer, isNotMine }),
    onSuccess: ({ to }) => {
      forgetFragmentToken('invitation')
      // A fresh page: nothing stays in memory of whoever was here before.
      location.replace(to)
    },
  })
  const refusal = useSignInRefusal(accepting.error, { name: 'name' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!accepting.isPending && !accepting.isSuccess) accepting.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      {isNewcomer && (
        <>
          <TextInput
            label={t`Your name`}
            hint={t`This is how your colleagues see you.`}
            value={name}
            onChange={setName}
            name="name"
            autoComplete="name"
            isRequired
            isFirst
          />
          <PublicComputerBox isChecked={publicComputer} onChange={setPublicComputer} />
        </>
      )}
      {!refusal && <SignInProblem error={accepting.error} />}
      <div>
        <Button
          type="submit"
          tone="main"
          size="big"
          iconAfter="arrow-right"
          isPending={accepting.isPending || accepting.isSuccess}
        >
          <Trans>Join {invitation.schoolName}</Trans>
        </Button>
      </div>
    </Form>
  )
}
