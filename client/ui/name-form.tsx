/** Asks in a dialog for a name, and has it saved. Knows nothing of whose name it is. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Form } from './form.tsx'
import { ModalButtons } from './modal.tsx'
import styles from './name-form.module.css'
import type { Refusal } from './refusal.ts'
import { TextInput } from './text-input.tsx'

interface NameFormProps {
  /** What stands there at first. */
  readonly first: string
  readonly hint: string
  /** Of the field `name`; null: it was not refused. */
  readonly refusal: Refusal | null
  /** What else went wrong; null: nothing. */
  readonly failure: { readonly title: string; readonly advice: string } | null
  readonly isPending: boolean
  /** @param name without blanks at its ends. */
  readonly onSave: (name: string) => void
  readonly onClose: () => void
  /** What is asked before the name. */
  readonly children?: ReactNode
}

export function NameForm(props: NameFormProps) {
  const { first, hint, refusal, failure, isPending, onSave, onClose, children } = props
  const { t } = useLingui()
  const [name, setName] = useState(first)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) onSave(name.trim())
  }
  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      {children}
      <TextInput
        label={t`Name`}
        hint={hint}
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
        <Button type="submit" tone="main" isPending={isPending}>
          <Trans>Save the name</Trans>
        </Button>
      </ModalButtons>
    </Form>
  )
}
