/**
 * Erasing myself: what goes and what stays, my name typed as a sign that it is meant,
 * and my password where there is one. Nobody can undo it.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { eraseMe } from '../api/erasure.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { fetchMyWays } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './account.module.css'

interface EraseDialogProps {
  readonly name: string
  readonly purge: () => Promise<void>
  readonly onClose: () => void
}

export function EraseDialog(props: EraseDialogProps) {
  const { t } = useLingui()
  return (
    <Modal title={t`Erase me`} isOpen onClose={props.onClose}>
      <EraseForm {...props} />
    </Modal>
  )
}

function EraseForm({ name, purge, onClose }: EraseDialogProps) {
  const { t } = useLingui()
  const ways = useQuery({ queryKey: ['my-ways'], queryFn: fetchMyWays, staleTime: 0 })
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const asksPassword = ways.data?.needsProof === true && ways.data.hasPassword
  const erasing = useMutationOnce({
    mutationFn: async () => {
      await eraseMe({ name: typed.trim(), password: asksPassword ? password : null })
      // A browser that will not let go of its copies keeps nobody here.
      await purge().catch(() => undefined)
    },
    // A fresh page: nothing of this person stays in memory.
    onSuccess: () => location.assign('/'),
  })
  const refusal = useEraseRefusal(erasing.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!erasing.isPending && !erasing.isSuccess) erasing.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <p>
        <Trans>
          Your name, address and password go, in all your schools, and you are signed out
          everywhere. In the plans and in what was done a role stands in place of your name. What
          you wrote stays in the plans; what only this device has goes. Nobody can undo this.
        </Trans>
      </p>
      <TextInput
        label={t`Type your name to confirm`}
        hint={name}
        value={typed}
        onChange={setTyped}
        name="name"
        autoComplete="off"
        isRequired
        isFirst
      />
      {asksPassword && (
        <TextInput
          label={t`Your present password`}
          type="password"
          value={password}
          onChange={setPassword}
          name="password"
          autoComplete="current-password"
          maxLength={1000}
          isRequired
        />
      )}
      {erasing.isError && !refusal && <EraseProblem error={erasing.error} />}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" tone="main" isPending={erasing.isPending || erasing.isSuccess}>
          <Trans>Erase me for good</Trans>
        </Button>
      </ModalButtons>
    </Form>
  )
}

/** A wrong password is said beside it; where none is asked for, below. */
function useEraseRefusal(error: Error | null) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  return useRefusal(error, { name: 'name', password: 'password' }, (problem) =>
    problem === 'sign-in-failed'
      ? { title: t`This is not your password`, advice: t`Nothing has been erased.` }
      : failureWords(problem),
  )
}

function EraseProblem({ error }: { readonly error: Error }) {
  const { t } = useLingui()
  const problem = problemOf(error)
  const words = useFailureWords()(problem)
  if (problem === 'proof-required') {
    return (
      <ErrorNotice title={t`Show first that it is you`}>
        <Trans>
          Type your present password, or sign in again by a link or by the school’s sign-in service,
          and come back here. Nothing has been erased.
        </Trans>
      </ErrorNotice>
    )
  }
  return <ErrorNotice title={words.title}>{words.advice}</ErrorNotice>
}
