/**
 * Sharing a plan: a link or a code for those who are not at the school yet, the
 * links that are open, and the plan's own address for those who are. Only a
 * coordinator makes and revokes links; the others see them and whom to ask.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { AskCoordinator } from './ask-coordinator.tsx'
import { MadeLink } from './made-link.tsx'
import { type MadeInvitation, NewLink } from './new-link.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import styles from './share-dialog.module.css'

const PupilsDialog = lazyPart(() =>
  import('./pupils-dialog.tsx').then(({ PupilsDialog: dialog }) => dialog),
)

interface ShareDialogProps {
  readonly entry: PlanEntry
  /** Wants to see who is what for the plan. */
  readonly onPeople: () => void
  readonly onClose: () => void
}

export function ShareDialog({ entry, onPeople, onClose }: ShareDialogProps) {
  const { t } = useLingui()
  const { planId, school, me, members } = entry
  const [isWithPupils, setIsWithPupils] = useState(false)
  const [made, setMade] = useState<MadeInvitation | null>(null)
  const forgetRevoked = (invitationId: string) => {
    if (made?.invitationId === invitationId) setMade(null)
  }

  if (isWithPupils) {
    return (
      <Suspense fallback={null}>
        <PupilsDialog
          planId={planId}
          planTitle={entry.title}
          onBack={() => setIsWithPupils(false)}
          onClose={onClose}
        />
      </Suspense>
    )
  }
  return (
    <Modal title={t`Share the plan`} isOpen onClose={onClose}>
      <div className={styles['parts']}>
        {!me.mayInvite && <AskCoordinator members={members} />}
        {me.mayInvite && !made && (
          <NewLink planId={planId} schoolName={school.name} onMade={setMade} />
        )}
        {made && <MadeLink made={made} schoolName={school.name} onAnother={() => setMade(null)} />}
        <OpenInvitations planId={planId} mayRevoke={me.mayInvite} onRevoked={forgetRevoked} />
        {me.mayOpenToPupils && (
          <section className={styles['part']}>
            <h3 className={styles['heading']}>
              <Trans>For pupils</Trans>
            </h3>
            <p>
              <Trans>
                A class comes in with a code of six letters, to read. No account and no e-mail.
              </Trans>
            </p>
            <div className={styles['buttons']}>
              <Button icon="person" onPress={() => setIsWithPupils(true)}>
                <Trans>Codes for pupils</Trans>
              </Button>
            </div>
          </section>
        )}
        <section className={styles['part']}>
          <h3 className={styles['heading']}>
            <Trans>For those who belong to the school already</Trans>
          </h3>
          <CopyLine
            label={t`The address of the plan`}
            text={`${location.origin}/plans/${planId}`}
            button={t`Copy the address`}
            done={t`Address copied`}
          />
        </section>
      </div>
      <ModalButtons>
        <Button icon="person" onPress={onPeople}>
          <Trans>Who is what in this plan</Trans>
        </Button>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
    </Modal>
  )
}
