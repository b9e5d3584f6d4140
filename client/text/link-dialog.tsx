/** Asks for the address of a link. An address that is not allowed is said to be so, and stays. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { safeLinkAddress } from '../../shared/text/link-address.ts'
import { Button } from '../ui/button.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import styles from './link-dialog.module.css'

interface LinkDialogProps {
  /** The address there is, or ''. */
  readonly address: string
  readonly onSet: (address: string) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

export function LinkDialog({ address, onSet, onRemove, onClose }: LinkDialogProps) {
  const { t } = useLingui()
  const inputId = useId()
  const problemId = useId()
  const [typed, setTyped] = useState(address)
  const [isWrong, setWrong] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = completeAddress(typed)
    if (wanted === null) setWrong(true)
    else onSet(wanted)
  }
  return (
    <Modal title={t`Link`} isOpen onClose={onClose}>
      <form className={styles['form']} data-text-tools="" onSubmit={submit} noValidate>
        <label className={styles['label']} htmlFor={inputId}>
          <Trans>Address</Trans>
        </label>
        <input
          id={inputId}
          className={styles['input']}
          type="text"
          inputMode="url"
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing that the dialog asks for
          autoFocus
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? problemId : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(false)
          }}
        />
        <p className={styles['problem']} id={problemId} role="alert">
          {isWrong && (
            <Trans>
              This is not an address one can link to. It begins with https://, http:// or mailto:
            </Trans>
          )}
        </p>
        <ModalButtons>
          {address !== '' && (
            <Button tone="quiet" onPress={onRemove}>
              <Trans>Remove the link</Trans>
            </Button>
          )}
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button tone="main" type="submit">
            <Trans>Set the link</Trans>
          </Button>
        </ModalButtons>
      </form>
    </Modal>
  )
}

/** What people leave out is put before it: 'skole.no' and 'post@skole.no' are addresses too. */
export function completeAddress(typed: string): string | null {
  const words = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(words)) return safeLinkAddress(words)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(words)) return safeLinkAddress(`mailto:${words}`)
  return words.includes('.') ? safeLinkAddress(`https://${words}`) : null
}
