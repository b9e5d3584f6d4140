/** Giving a name to a version, or to the plan as it is now: then it stands out in the list. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { nameVersion } from '../api/history.ts'
import { versionsQuery } from '../api/history-queries.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { useNotice } from '../ui/notice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useHistorySetting } from './history-setting.ts'
import { useWhenWords } from './moment-words.ts'
import styles from './name-version.module.css'
import type { ComparedMoments } from './use-compared-moments.ts'

interface NameVersionProps {
  readonly compared: ComparedMoments
}

export function NameVersion({ compared }: NameVersionProps) {
  const { t } = useLingui()
  const { me, state } = useHistorySetting().entry
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (!me.mayWrite || state !== 'active') return null
  return (
    <>
      <Button icon="pen" size="small" onPress={() => setOpen(true)}>
        <Trans>Name a version</Trans>
      </Button>
      <Modal title={t`Name a version`} isOpen={isOpen} onClose={close}>
        <NameForm compared={compared} onClose={close} />
      </Modal>
    </>
  )
}

function NameForm({ compared, onClose }: NameVersionProps & { readonly onClose: () => void }) {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const { from, versions } = compared
  const whenWords = useWhenWords()
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const queries = useQueryClient()
  const [which, setWhich] = useState<'now' | 'from'>('now')
  const [name, setName] = useState('')
  const isFromNow = from.seq === versions.head
  const naming = useMutationOnce({
    mutationFn: () => nameVersion(planId, name.trim(), which === 'now' ? null : from.seq),
    onSuccess: async ({ name: given }) => {
      showNotice({ words: t`The version is called “${given}”.` })
      onClose()
      await queries.invalidateQueries(versionsQuery(planId))
    },
  })
  const refusal = useRefusal(naming.error, { name: 'name' })
  const failure = naming.isError && !refusal ? failureWords(problemOf(naming.error)) : null
  const when = whenWords(from.atMs)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!naming.isPending) naming.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      {!isFromNow && (
        <ChoiceBox
          label={t`Which version`}
          value={which}
          choices={[
            { value: 'now', label: t`As the plan is now` },
            { value: 'from', label: t`As the plan was ${when}` },
          ]}
          onChange={setWhich}
        />
      )}
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
        <Button type="submit" tone="main" isPending={naming.isPending}>
          <Trans>Save the name</Trans>
        </Button>
      </ModalButtons>
    </Form>
  )
}
