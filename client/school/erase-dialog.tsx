/** Erasing a member: what goes and what stays, their name typed as a sign that it is meant. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { eraseMember } from '../api/erasure.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { membersQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Form } from '../ui/form.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './people.module.css'

interface EraseDialogProps {
  readonly member: SchoolMember
  readonly school: MySchool
  readonly onClose: () => void
}

export function EraseDialog({ member, school, onClose }: EraseDialogProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const { name, memberId } = member
  const erasing = useMutationOnce({
    mutationFn: () => eraseMember(memberId, typed.trim()),
    onSuccess: async () => {
      show({ words: t`The person is erased.` })
      await queries.invalidateQueries(membersQuery(school.schoolId))
      onClose()
      keepFocus()
    },
  })
  const refusal = useRefusal(erasing.error, { name: 'name' })

  return (
    <ConfirmDialog
      title={t`Erase ${name}?`}
      button={t`Erase for good`}
      isPending={erasing.isPending}
      failure={erasing.isError && !refusal ? failureWords(problemOf(erasing.error)) : null}
      onConfirm={() => erasing.mutate()}
      onClose={onClose}
    >
      <Form
        className={styles['form']}
        refusal={refusal}
        onSubmit={(event) => event.preventDefault()}
      >
        <p>
          <Trans>
            {name} loses access at once, and a role stands in place of the name, in the plans and in
            what was done. What they wrote stays in the plans. Nobody can undo this.
          </Trans>
        </p>
        <TextInput
          label={t`Type the name to confirm`}
          hint={name}
          value={typed}
          onChange={setTyped}
          name="name"
          autoComplete="off"
          isFirst
        />
      </Form>
    </ConfirmDialog>
  )
}
