/** Asks for the name of a version, and saves it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Version } from '../../shared/api/history.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { versionsQuery } from '../api/history-queries.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { ModalButtons } from '../ui/modal.tsx'
import { useNotice } from '../ui/notice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useHistorySetting } from './history-setting.ts'
import styles from './version-name-form.module.css'

interface VersionNameFormProps {
  /** What stands there at first. */
  readonly first: string
  readonly save: (name: string) => Promise<Version>
  readonly onClose: () => void
  /** What is asked before the name. */
  readonly children?: ReactNode
}

export function VersionNameForm({ first, save, onClose, children }: VersionNameFormProps) {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const queries = useQueryClient()
  const [name, setName] = useState(first)
  const saving = useMutationOnce({
    mutationFn: () => save(name.trim()),
    onSuccess: async ({ name: given }) => {
      showNotice({ words: t`The version is called “${given}”.` })
      onClose()
      await queries.invalidateQueries(versionsQuery(planId))
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
      {children}
      <TextInput
        label={t`Name`}
        hint={t`For example “Before the hearing”. Everybody at the school sees it.`}
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
