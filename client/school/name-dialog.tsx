/** Correcting what the school calls a member. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { renameMember } from '../api/members.ts'
import { problemOf } from '../api/request.ts'
import { membersQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './people.module.css'

interface NameDialogProps {
  readonly member: SchoolMember
  readonly school: MySchool
  readonly onClose: () => void
}

export function NameDialog(props: NameDialogProps) {
  const { t } = useLingui()
  return (
    <Modal title={t`Correct the name`} isOpen onClose={props.onClose}>
      <NameForm {...props} />
    </Modal>
  )
}

function NameForm({ member, school, onClose }: NameDialogProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const queries = useQueryClient()
  const [name, setName] = useState(member.name)
  const saving = useMutationOnce({
    mutationFn: () => renameMember(member.memberId, name.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries(membersQuery(school.schoolId))
      onClose()
    },
  })
  const refusal = useRefusal(saving.error, { name: 'name' })
  const failure = saving.isError && !refusal ? failureWords(problemOf(saving.error)) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <TextInput
        label={t`Name`}
        hint={t`This is how everybody at this school sees them.`}
        value={name}
        onChange={setName}
        name="name"
        isRequired
        isFirst
      />
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" tone="main" isPending={saving.isPending}>
          <Trans>Save the name</Trans>
        </Button>
      </ModalButtons>
    </Form>
  )
}
