/**
 * Signing out of one's own will: leaves nothing of the plans on this device, and
 * says first when that would take text with it that the school does not have.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useFailureWords } from '../api/failure-words.ts'
import { signOut } from '../api/me.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'

/** The plans of the signed-in person on this device. */
export interface DeviceCopies {
  /** Plans with text that only this device may have. */
  readonly countUnsent: () => Promise<number>
  readonly purge: () => Promise<void>
}

interface SignOutDialogProps {
  readonly copies: DeviceCopies
  readonly onClose: () => void
}

export function SignOutDialog({ copies, onClose }: SignOutDialogProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const unsent = useQuery({ queryKey: ['unsent'], queryFn: copies.countUnsent, gcTime: 0 })
  const leaving = useMutation({
    mutationFn: async () => {
      await signOut()
      await copies.purge()
    },
    // A fresh page: nothing of this person stays in memory.
    onSuccess: () => location.assign('/'),
  })
  const failure = leaving.isError ? failureWords(problemOf(leaving.error)) : null
  const count = unsent.data ?? 0

  return (
    <Modal title={t`Sign out`} isOpen onClose={onClose}>
      {count > 0 ? (
        <p>
          <Plural
            value={count}
            one="One plan has text that the school has not received. It is deleted from this device when you sign out. Open the plan with a connection first, until it says “Saved at school”."
            other="# plans have text that the school has not received. It is deleted from this device when you sign out. Open the plans with a connection first, until they say “Saved at school”."
          />
        </p>
      ) : (
        <p>
          <Trans>Your plans are removed from this device. At school they stay as they are.</Trans>
        </p>
      )}
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          tone="main"
          isDisabled={unsent.isPending}
          isPending={leaving.isPending || leaving.isSuccess}
          onPress={() => leaving.mutate()}
        >
          {count > 0 ? <Trans>Sign out and delete it</Trans> : <Trans>Sign out</Trans>}
        </Button>
      </ModalButtons>
    </Modal>
  )
}
