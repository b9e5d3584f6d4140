/** Inviting to the school: by a link for many, or by an invitation for one address. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MySchool } from '../../shared/api/me.ts'
import { meQuery, plansQuery } from '../api/queries.ts'
import { MadeLink } from '../sharing/made-link.tsx'
import { type MadeInvitation, NewLink } from '../sharing/new-link.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { Segments } from '../ui/segments.tsx'
import { InvitePerson } from './invite-person.tsx'
import styles from './people.module.css'

interface InviteDialogProps {
  readonly school: MySchool
  readonly onClose: () => void
}

export function InviteDialog({ school, onClose }: InviteDialogProps) {
  const { t } = useLingui()
  const me = useQuery(meQuery)
  const [way, setWay] = useState<'link' | 'person'>('link')
  // No example school writes to real people.
  const hasLetters = me.data?.user?.example === false
  return (
    <Modal title={t`Invite to the school`} isOpen onClose={onClose}>
      <div className={styles['form']}>
        {hasLetters && (
          <>
            <Segments
              labelledBy="invite-way"
              value={way}
              onChange={setWay}
              segments={[
                { value: 'link', label: t`A link for many` },
                { value: 'person', label: t`One by e-mail` },
              ]}
            />
            <span id="invite-way" hidden>
              <Trans>How to invite</Trans>
            </span>
          </>
        )}
        {way === 'link' ? <ByLink school={school} /> : <InvitePerson school={school} />}
      </div>
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
    </Modal>
  )
}

function ByLink({ school }: Pick<InviteDialogProps, 'school'>) {
  const { t } = useLingui()
  const plans = useQuery(plansQuery(school.schoolId))
  const [chosen, setChosen] = useState<string | null>(null)
  const [made, setMade] = useState<MadeInvitation | null>(null)
  const open = plans.data?.plans ?? []
  const planId = chosen ?? open[0]?.planId

  if (plans.isPending) return null
  if (planId === undefined) {
    return (
      <p>
        <Trans>
          A link leads to a plan, and the school has none yet. Make the first plan, or invite by
          e-mail.
        </Trans>
      </p>
    )
  }
  if (made) {
    return <MadeLink made={made} schoolName={school.name} onAnother={() => setMade(null)} />
  }
  return (
    <>
      {open.length > 1 && (
        <ChoiceBox
          label={t`The link leads to`}
          value={planId}
          choices={open.map((plan) => ({
            value: plan.planId,
            label: plan.title || t`Plan without a title`,
          }))}
          onChange={setChosen}
        />
      )}
      <NewLink planId={planId} schoolName={school.name} onMade={setMade} />
    </>
  )
}
