/**
 * Keeps somebody on a page that holds something unsaved until they have said what is to become of
 * it.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { keepHere } from './leaving.ts'
import { Modal, ModalButtons } from './modal.tsx'

interface UnsavedQuestionProps {
  readonly isUnsaved: boolean
}

export function UnsavedQuestion({ isUnsaved }: UnsavedQuestionProps) {
  const { t } = useLingui()
  const [leave, setLeave] = useState<(() => void) | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  useEffect(() => {
    if (!isUnsaved || isLeaving) return
    return keepHere((go) => setLeave(() => go))
  }, [isUnsaved, isLeaving])
  // Only once nobody is asked any more.
  useEffect(() => {
    if (isLeaving) leave?.()
  }, [isLeaving, leave])

  const stay = () => setLeave(null)
  return (
    <Modal title={t`Leave without saving?`} isOpen={leave !== null && !isLeaving} onClose={stay}>
      <p>
        <Trans>What you have changed here is not saved, and it is gone if you leave.</Trans>
      </p>
      <ModalButtons>
        <Button onPress={() => setLeaving(true)}>
          <Trans>Leave without saving</Trans>
        </Button>
        <Button tone="main" onPress={stay}>
          <Trans>Stay here</Trans>
        </Button>
      </ModalButtons>
    </Modal>
  )
}
