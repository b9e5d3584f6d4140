/**
 * Signing out of one's own will: leaves nothing of the plans on this device, and
 * says first when that would take text with it that the school does not have, or when
 * it cannot tell. A purge that fails is never passed over: it can be tried again.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { signOut } from '../api/me.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { letGo } from '../ui/leaving.ts'
import { Modal, ModalButtons } from '../ui/modal.tsx'

/** The plans of the signed-in person on this device. */
export interface DeviceCopies {
  /** Plans with text that only this device may have. */
  readonly countUnsent: () => Promise<number>
  readonly purge: () => Promise<void>
}

interface SignOutDialogProps {
  readonly copies: DeviceCopies
  /** The page one is on afterwards. */
  readonly leadsTo?: string
  readonly onClose: () => void
}

export function SignOutDialog({ copies, leadsTo = '/', onClose }: SignOutDialogProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const unsent = useQuery({ queryKey: ['unsent'], queryFn: copies.countUnsent, gcTime: 0 })
  const [isSignedOut, setIsSignedOut] = useState(false)
  const leaving = useMutationOnce({
    mutationFn: async () => {
      if (!isSignedOut) await signOut()
      setIsSignedOut(true)
      await copies.purge()
    },
    // A fresh page: nothing of this person stays in memory.
    onSuccess: () => {
      letGo()
      location.assign(leadsTo)
    },
  })
  const failure = leaving.isError && !isSignedOut ? failureWords(problemOf(leaving.error)) : null

  return (
    <Modal title={t`Sign out`} isOpen onClose={onClose}>
      <UnsentWords count={unsent.isError ? null : (unsent.data ?? 0)} />
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      {leaving.isError && isSignedOut && (
        <ErrorNotice title={t`Your plans are still on this device`}>
          <Trans>
            You are signed out, but they could not be removed. Close the other windows with plans,
            and try again.
          </Trans>
        </ErrorNotice>
      )}
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
          <SignOutWords
            isAgain={isSignedOut}
            deletesText={unsent.isError || (unsent.data ?? 0) > 0}
          />
        </Button>
      </ModalButtons>
    </Modal>
  )
}

interface UnsentWordsProps {
  /** null: it could not be counted. */
  readonly count: number | null
}

function UnsentWords({ count }: UnsentWordsProps) {
  if (count === 0) {
    return (
      <p>
        <Trans>Your plans are removed from this device. At school they stay as they are.</Trans>
      </p>
    )
  }
  if (count === null) {
    return (
      <p>
        <Trans>
          We could not find out whether this device holds text that the school has not received. If
          it does, it is deleted when you sign out. Open your plans with a connection first, until
          they say “Saved at school”.
        </Trans>
      </p>
    )
  }
  return (
    <p>
      <Plural
        value={count}
        one="One plan has text that the school has not received. It is deleted from this device when you sign out. Open the plan with a connection first, until it says “Saved at school”."
        other="# plans have text that the school has not received. It is deleted from this device when you sign out. Open the plans with a connection first, until they say “Saved at school”."
      />
    </p>
  )
}

interface SignOutWordsProps {
  readonly isAgain: boolean
  readonly deletesText: boolean
}

function SignOutWords({ isAgain, deletesText }: SignOutWordsProps) {
  if (isAgain) return <Trans>Try again</Trans>
  return deletesText ? <Trans>Sign out and delete it</Trans> : <Trans>Sign out</Trans>
}
